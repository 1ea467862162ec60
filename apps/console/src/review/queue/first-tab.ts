import type { QueueTab } from '@yuezheng/shared-types';
import type { Counts } from './counts';

/**
 * Where an official begins: with what he is there for, his own cases or, without the right to decide, everybody's;
 * where there is none and others wait for somebody, with those.
 */
export function firstTab(decides: boolean, counts: Counts | undefined): QueueTab {
  const own = decides ? 'mine' : 'claimed';
  return counts !== undefined && counts[own] === 0 && counts.unclaimed > 0 ? 'unclaimed' : own;
}
