import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type PropsWithChildren } from 'react';
import { queryClient } from './api';
import { tapWithKeyboard } from './platform';
import './styles/generated.scss';
import './app.scss';

/** What all pages share; each page draws its own `Page` shell. */
export default function App({ children }: PropsWithChildren) {
  useEffect(tapWithKeyboard, []);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
