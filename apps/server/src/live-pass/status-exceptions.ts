import type { ListedStatus } from '@yuezheng/live-pass';

/** Places in the status list that are not valid, as the database joins them: in order, comma between; null: none. */
export interface Exceptions {
  readonly suspended: string | null;
  readonly cancelled: string | null;
}

export const isSame = (a: Exceptions, b: Exceptions): boolean => a.suspended === b.suspended && a.cancelled === b.cancelled;

/** Each place with its status. */
export function* exceptionsIn({ suspended, cancelled }: Exceptions): Generator<readonly [number, ListedStatus]> {
  for (const index of placesIn(suspended)) yield [index, 'suspended'];
  for (const index of placesIn(cancelled)) yield [index, 'cancelled'];
}

const placesIn = (joined: string | null): number[] => (joined === null || joined === '' ? [] : joined.split(',').map(Number));
