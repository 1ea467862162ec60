import { readStored, store, forget } from '../../platform';
import type { Capture } from './live-state';

/** Codes of a permit that were captured, which the server has to be told of. */
export interface Burn {
  readonly permitId: string;
  /** Server time, epoch ms: codes of slots before it are void. */
  readonly before: number;
  readonly cause: Capture;
}

export interface PendingBurns {
  of(permitId: string): Burn | undefined;
  /** A later one covers those before it. */
  add(burn: Burn): void;
  done(burn: Burn): void;
}

const KEY = 'burns';

const isBurn = (stored: unknown): stored is Burn => {
  const { permitId, before, cause } = (stored ?? {}) as Partial<Burn>;
  return typeof permitId === 'string' && typeof before === 'number' && (cause === 'screenshot' || cause === 'recording');
};

/** What a phone without room could not keep: remembered for as long as the app runs. */
let unkept: readonly Burn[] | undefined;

const readAll = (): readonly Burn[] => unkept ?? readStored(KEY, (stored) => (Array.isArray(stored) ? stored.filter(isBurn) : undefined)) ?? [];

function writeAll(burns: readonly Burn[]): void {
  unkept = undefined;
  if (burns.length === 0) forget(KEY);
  else if (!store(KEY, burns)) unkept = burns;
}

/** Kept in storage, because the phone may be offline when it happens and closed soon after. */
export const pendingBurns: PendingBurns = {
  of: (permitId) => readAll().find((burn) => burn.permitId === permitId),
  add: (burn) => writeAll([...readAll().filter(({ permitId }) => permitId !== burn.permitId), burn]),
  done: (burn) => writeAll(readAll().filter(({ permitId, before }) => permitId !== burn.permitId || before !== burn.before)),
};
