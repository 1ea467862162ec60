import { listQueue, type QueueItem } from '@yuezheng/shared-types';
import { callRoute } from '../../api/client';
import { neighbour } from './neighbour';

/** The case to go on with, and whether it stands in the list that is on the screen. */
export interface NextCase {
  readonly id: string;
  readonly listed: boolean;
}

/**
 * The official's own case after the one that was decided: the nearest in the list on the screen, else the most
 * urgent of all of his. Undefined where he has none, or the server does not answer.
 */
export async function nextOwnCase(
  items: readonly Pick<QueueItem, 'id' | 'mine' | 'state'>[],
  decidedId: string,
): Promise<NextCase | undefined> {
  const own = items.filter(({ id, mine, state }) => id === decidedId || (mine && state === 'in-review'));
  const near = neighbour(own, decidedId, 1) ?? neighbour(own, decidedId, -1);
  if (near !== undefined) return { id: near, listed: true };
  const answer = await callRoute(listQueue, { query: { tab: 'mine' } });
  const first = answer.ok ? answer.value.items.find(({ id }) => id !== decidedId) : undefined;
  return first && { id: first.id, listed: false };
}
