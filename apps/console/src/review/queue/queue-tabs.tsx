import type { QueueTab } from '@yuezheng/shared-types';
import type { Queue } from './use-queue';

export const TAB_NAMES: Readonly<Record<QueueTab, string>> = {
  mine: '我的',
  unclaimed: '未认领',
  due: '将超期',
  supplied: '补件回来',
  done: '已办结',
};

const TABS: readonly QueueTab[] = ['mine', 'unclaimed', 'due', 'supplied', 'done'];

const countOf = (tab: QueueTab, counts: Queue['counts']): number | undefined =>
  tab === 'done' ? undefined : counts?.[tab];

/** The parts of the queue, each with its count. */
export function QueueTabs({
  tab,
  counts,
  onTab,
}: {
  tab: QueueTab;
  counts: Queue['counts'];
  onTab: (tab: QueueTab) => void;
}) {
  return (
    <div className="queue-tabs" role="group" aria-label="分类">
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          className="queue-tab"
          aria-pressed={each === tab}
          onClick={() => onTab(each)}
        >
          {[TAB_NAMES[each], countOf(each, counts)].join(' ').trim()}
        </button>
      ))}
    </div>
  );
}
