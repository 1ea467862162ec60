import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type PropsWithChildren } from 'react';
import { queryClient } from './api';
import { pages } from './pages';
import { replacePage, tapWithKeyboard, usePageNotFound } from './platform';
import './styles/generated.scss';
import './app.scss';

/** What all pages share; each page draws its own `Page` shell. */
export default function App({ children }: PropsWithChildren) {
  useEffect(tapWithKeyboard, []);
  usePageNotFound(() => void replacePage(pages.notFound));
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
