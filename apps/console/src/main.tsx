import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { adoptTokens } from './theme/tokens';
import './theme/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

adoptTokens(document);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
