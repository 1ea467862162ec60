import type { QueueTab } from '@yuezheng/shared-types';
import { useHasRole } from '../../session/use-session';
import type { Queue } from './use-queue';

export const TAB_NAMES: Readonly<Record<QueueTab, string>> = {
  mine: '我的',
  claimed: '已认领',
  unclaimed: '未认领',
  due: '将超期/已超期',
  supplied: '补件回来',
  waiting: '等待申请人',
  done: '已办结',
};

const TABS: readonly QueueTab[] = ['mine', 'claimed', 'unclaimed', 'due', 'supplied', 'waiting', 'done'];

const countOf = (tab: QueueTab, counts: Queue['counts']): number | undefined =>
  tab === 'done' ? undefined : counts?.[tab];

interface Props {
  /** Absent while somebody searches: that looks through all parts. */
  readonly tab?: QueueTab;
  readonly counts: Queue['counts'];
  readonly onTab: (tab: QueueTab) => void;
}

/** The parts of the queue, each with its count. Those who decide have their own cases, administrators those of everybody. */
export function QueueTabs({ tab, counts, onTab }: Props) {
  const shown: Readonly<Partial<Record<QueueTab, boolean>>> = {
    mine: useHasRole('reviewer'),
    claimed: useHasRole('administrator'),
  };
  return (
    <div className="queue-tabs" role="group" aria-label="分类">
      {TABS.filter((each) => shown[each] ?? true).map((each) => (
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
