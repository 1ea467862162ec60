import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { QueueTab, z } from '@yuezheng/shared-types';
import { useHasRole } from '../session/use-session';
import { useSingleKeys } from '../shared/single-keys';
import { EmptyState } from '../states/states';
import { CaseView } from './case/case-view';
import { LastAct, type ActDone } from './last-act';
import { neighbour } from './queue/neighbour';
import { nextOwnCase } from './queue/next-own-case';
import { useKnownCounts } from './queue/counts';
import { firstTab } from './queue/first-tab';
import { QueuePanel } from './queue/queue-panel';
import { useQueue } from './queue/use-queue';
import './review.css';

const tabIn = (text: string | null): QueueTab | undefined => {
  const parsed = z.safeParse(QueueTab, text);
  return parsed.success ? parsed.data : undefined;
};

/** The reviewer's desk: the queue, the case that is open, and what was decided last. */
export function ReviewPage() {
  const { caseId } = useParams();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const [lastAct, setLastAct] = useState<ActDone>();
  const [dialogOpen, setDialogOpen] = useState(false);
  const decides = useHasRole('reviewer');
  const counts = useKnownCounts();
  const asked = tabIn(search.get('tab'));
  const tab = asked ?? firstTab(decides, counts);
  const text = search.get('q') ?? '';
  const queue = useQueue(tab, text);

  const hrefOf = (id: string | undefined): string =>
    `/review${id === undefined ? '' : `/${id}`}?${search.toString()}`;
  const change = (next: { tab?: QueueTab; q?: string }) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (next.tab !== undefined) after.set('tab', next.tab);
        if (next.q !== undefined) after.set('q', next.q);
        if (after.get('q') === '') after.delete('q');
        return after;
      },
      { replace: true },
    );
  const go = (step: 1 | -1) => {
    const id = neighbour(queue.items, caseId, step);
    if (id !== undefined) navigate(hrefOf(id), { replace: true });
  };
  useSingleKeys({ ArrowDown: () => go(1), ArrowUp: () => go(-1), N: () => go(1) }, !dialogOpen);
  useEffect(() => setDialogOpen(false), [caseId]);

  useEffect(() => {
    // Where the desk began stays what it was, however the counts change later.
    if (asked === undefined && counts !== undefined) change({ tab });
  });

  // The case leaves 未认领 with the claim; elsewhere, and in what was searched for, it stays in the list.
  const afterClaim = () => {
    if (tab === 'unclaimed' && text === '') change({ tab: 'mine' });
  };
  const shownId = useRef(caseId);
  shownId.current = caseId;
  const afterDecision = async (done: ActDone, leave: boolean) => {
    setLastAct(done);
    if (!leave) return;
    const next = await nextOwnCase(queue.items, done.caseId);
    // Who has opened another case meanwhile stays there.
    if (shownId.current !== done.caseId) return;
    if (next?.listed === true) navigate(hrefOf(next.id), { replace: true });
    else navigate(next === undefined ? '/review?tab=unclaimed' : `/review/${next.id}?tab=mine`, { replace: true });
  };

  return (
    <div className="review">
      <QueuePanel
        queue={queue}
        tab={tab}
        search={text}
        openId={caseId}
        hrefOf={hrefOf}
        onTab={(next) => change({ tab: next, q: '' })}
        onSearch={(q) => change({ q })}
      />
      <main className="review-case">
        {lastAct === undefined ? null : (
          <LastAct done={lastAct} href={hrefOf(lastAct.caseId)} onClose={() => setLastAct(undefined)} />
        )}
        {caseId === undefined ? (
          <EmptyState
            title="请从左侧选择一件"
            text={
              decides
                ? '用 ↑ ↓ 逐件查看，按 N 打开下一件。没有认领的办件，认领后才能作决定。'
                : '用 ↑ ↓ 逐件查看，按 N 打开下一件。办件由审核人员认领和决定；认领人缺勤时，您可以把此件退回队列。'
            }
          />
        ) : (
          <CaseView
            key={caseId}
            caseId={caseId}
            onDialog={setDialogOpen}
            onClaimed={afterClaim}
            onDecided={(done, leave) => void afterDecision(done, leave)}
          />
        )}
      </main>
    </div>
  );
}
