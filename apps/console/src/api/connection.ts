import { useSyncExternalStore } from 'react';
import { observable } from './observable';

/** Where the browser knows at the start that there is no cable, nobody has to wait for the first call to fail. */
const online = observable(globalThis.navigator?.onLine !== false);

/** Whether the server answered the last call. The browser's own `onLine` knows the cable, not the server. */
export const connection = {
  reached: (): void => online.set(true),
  lost: (): void => online.set(false),
  isOnline: online.current,
  subscribe: online.subscribe,
};

/** Follows the connection: true while the server answers. */
export const useOnline = (): boolean => useSyncExternalStore(connection.subscribe, connection.isOnline);
