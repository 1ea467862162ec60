import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { watchInstallOffer } from './install/install-offer';
import { followDeskClerk } from './session/desk-clerk';
import { adoptTokens } from './theme/tokens';
import { startWorker } from './worker/update';
import './theme/base.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

adoptTokens(document);
watchInstallOffer(window);
followDeskClerk();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// A page under development is not to be kept.
if (import.meta.env.PROD) {
  void startWorker(navigator.serviceWorker, {
    script: `${import.meta.env.BASE_URL}sw.js`,
    // Without the slash, so that the bare address opens without a network as well.
    scope: import.meta.env.BASE_URL.replace(/\/$/, ''),
    reload: () => location.reload(),
  });
}
