import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { TAKE_OVER } from './take-over';

/** What of a service worker's global scope is used here; the rest of the program is typed for pages. */
interface WorkerScope {
  /** Written in by the build: every file of the page with its revision. */
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}
declare const self: WorkerScope;

// Only the page itself is kept. Calls of the API match no route here and go to the network as ever: what is personal
// or may have changed is never answered from a cache.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// The scope has no slash at its end, so that the bare address opens too; other names that begin alike are not the desk's.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), { allowlist: [/^\/console([/?]|$)/] }),
);

// The first worker serves the page that brought it. Later ones wait until the page says that nobody is being verified.
clientsClaim();
self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});
