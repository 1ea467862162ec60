import { observable } from '../api/observable';
import { TAKE_OVER } from './take-over';

/**
 * none     – this is the newest version that is known.
 * waiting  – a newer one is downloaded and waits for the word.
 * replaced – another tab has let it in: this page must be loaded anew as soon as nobody is being verified.
 */
export type UpdateState = 'none' | 'waiting' | 'replaced';

const LOOK_EVERY_MS = 30 * 60_000;

const state = observable<UpdateState>('none');
const held = observable(false);
let registration: ServiceWorkerRegistration | undefined;
let loadAnew: () => void = () => undefined;

/** Newer versions of the desk, and the rule that none comes in while a person is being verified. */
export const update = {
  current: state.current,
  subscribe: state.subscribe,
  /** Whether somebody is being verified or stands on the screen in this tab. */
  isHeld: held.current,
  subscribeHold: held.subscribe,
  hold(next: boolean): void {
    held.set(next);
    if (!next && state.current() === 'replaced') loadAnew();
  },
  /** Lets the newer version in, which loads this page anew; nothing happens while somebody is being verified. */
  apply(): void {
    if (held.current()) return;
    if (state.current() === 'replaced') loadAnew();
    else registration?.waiting?.postMessage(TAKE_OVER);
  },
};

export interface WorkerHome {
  /** Where the service worker's script lies. */
  readonly script: string;
  /** The path at and below which it answers; above the script's folder the server has to allow it. */
  readonly scope: string;
  /** Loads this page anew. */
  readonly reload: () => void;
}

/**
 * Installs the service worker, so that the desk opens without a network, and follows its newer versions.
 *
 * @param workers absent in browsers and at addresses that know none: the desk then needs a network to open
 */
export async function startWorker(
  workers: ServiceWorkerContainer | undefined,
  { script, scope, reload }: WorkerHome,
): Promise<void> {
  if (workers === undefined) return;
  loadAnew = reload;
  // The first worker of all takes over a page of its own version; every later one is of another.
  let first = workers.controller === null;
  workers.addEventListener('controllerchange', () => {
    if (!first) replaced();
    first = false;
  });
  try {
    registration = await workers.register(script, { scope, updateViaCache: 'none' });
  } catch {
    // Without a network, or where the browser keeps nothing, there is none: what is open goes on working.
    return;
  }
  follow(registration, workers);
  if (registration.active !== null) retireNarrower(workers, registration.scope).catch(() => undefined);
  setInterval(() => void registration?.update().catch(() => undefined), LOOK_EVERY_MS);
}

/**
 * Lets go of a worker that was registered for less than this one: it would answer first, from what it once kept.
 * It stays until the pages that it serves are closed.
 */
async function retireNarrower(workers: ServiceWorkerContainer, scope: string): Promise<void> {
  for (const other of await workers.getRegistrations()) {
    if (other.scope !== scope && other.scope.startsWith(scope)) await other.unregister();
  }
}

function follow(registered: ServiceWorkerRegistration, workers: ServiceWorkerContainer): void {
  if (registered.waiting !== null && workers.controller !== null) state.set('waiting');
  registered.addEventListener('updatefound', () => {
    const coming = registered.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && workers.controller !== null) state.set('waiting');
    });
  });
}

function replaced(): void {
  state.set('replaced');
  if (!held.current()) loadAnew();
}
