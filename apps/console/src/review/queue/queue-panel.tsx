import { useEffect, useRef, useState } from 'react';
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { QueueTab } from '@yuezheng/shared-types';
import { EmptyState, FailureState, LoadingRows } from '../../states/states';
import { QueueRow } from './queue-row';
import { QueueTabs, TAB_NAMES } from './queue-tabs';
import type { Queue } from './use-queue';
import './queue.css';

const SEARCH_AFTER_MS = 300;

const EMPTY_TEXTS: Readonly<Record<QueueTab, string>> = {
  mine: '可到“未认领”选一件认领。',
  claimed: '审核人员认领的办件会列在这里。',
  unclaimed: '有新的办件会自动出现在这里。',
  due: '没有 3 天内到期或已超期的办件。',
  supplied: '申请人补齐后，办件会自动出现在这里。',
  waiting: '一次性告知补件后，等申请人补正的办件会列在这里。',
  done: '办结的办件会列在这里。',
};

interface Props {
  readonly queue: Queue;
  readonly tab: QueueTab;
  readonly search: string;
  readonly openId?: string;
  readonly hrefOf: (caseId: string) => string;
  readonly onTab: (tab: QueueTab) => void;
  readonly onSearch: (text: string) => void;
}

/** The column of waiting cases: how many, which part, a search, and the list as far as it was scrolled. */
export function QueuePanel({ queue, tab, search, openId, hrefOf, onTab, onSearch }: Props) {
  return (
    <section className="queue" aria-label="审核队列">
      <header className="queue-head">
        <div className="card-head">
          <h1 className="queue-title">待审核 {queue.counts?.open ?? ''}</h1>
          <Urgent counts={queue.counts} />
        </div>
        <QueueTabs tab={search === '' ? tab : undefined} counts={queue.counts} onTab={onTab} />
        <Search text={search} onSearch={onSearch} />
        {search === '' ? null : <p className="card-note queue-scope">在所有分类中查找，点任一分类返回</p>}
      </header>
      <div className="queue-list">
        <Rows queue={queue} tab={tab} search={search} openId={openId} hrefOf={hrefOf} onTab={onTab} />
      </div>
    </section>
  );
}

/** Late is not the same as nearly late, and each has its own number. */
function Urgent({ counts }: { counts: Queue['counts'] }) {
  const overdue = counts?.overdue ?? 0;
  const near = (counts?.due ?? 0) - overdue;
  return (
    <span className="queue-urgent">
      {overdue > 0 ? <span className="chip chip-danger">{overdue} 件已超期</span> : null}
      {near > 0 ? <span className="chip chip-warning">{near} 件将超期</span> : null}
    </span>
  );
}

function Search({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const report = useRef(onSearch);
  report.current = onSearch;
  const reported = useRef(text);
  useEffect(() => {
    if (typed.trim() === reported.current) return undefined;
    const timer = setTimeout(() => {
      reported.current = typed.trim();
      report.current(reported.current);
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    if (text === reported.current) return;
    // Not what was typed here: a part was chosen, or the browser went back.
    reported.current = text;
    setTyped(text);
  }, [text]);
  return (
    <Input
      type="search"
      className="queue-search"
      prefix={<SearchOutlined aria-hidden="true" />}
      placeholder="申请人、审核人员或办件编号"
      aria-label="搜索申请人、审核人员或办件编号"
      maxLength={40}
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function Rows({
  queue,
  tab,
  search,
  openId,
  hrefOf,
  onTab,
}: Pick<Props, 'queue' | 'tab' | 'search' | 'openId' | 'hrefOf' | 'onTab'>) {
  if (queue.loading)
    return (
      <div className="queue-loading">
        <LoadingRows rows={10} label="正在载入队列" />
      </div>
    );
  if (queue.error !== null) return <FailureState thrown={queue.error} onRetry={queue.reload} />;
  const unclaimed = queue.counts?.unclaimed ?? 0;
  if (queue.items.length === 0) {
    if (search !== '')
      return (
        <EmptyState
          title="没有找到"
          text={`所有分类中都没有与“${search}”相符的办件。请核对办件编号，或写全姓名再找。`}
        />
      );
    return (
      <EmptyState
        title={`“${TAB_NAMES[tab]}”中没有办件`}
        text={EMPTY_TEXTS[tab]}
        action={
          (tab === 'mine' || tab === 'claimed') && unclaimed > 0 ? (
            <Button onClick={() => onTab('unclaimed')}>查看未认领的 {unclaimed} 件</Button>
          ) : undefined
        }
      />
    );
  }
  return (
    <>
      <ul>
        {queue.items.map((item) => (
          <li key={item.id}>
            <QueueRow item={item} open={item.id === openId} href={hrefOf(item.id)} />
          </li>
        ))}
      </ul>
      {queue.hasMore ? <More busy={queue.loadingMore} onMore={queue.loadMore} /> : null}
    </>
  );
}

/** Loads further rows as soon as the end of the list comes into sight; a button for those who get there by keyboard. */
function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const load = useRef(onMore);
  load.current = onMore;
  useEffect(() => {
    if (button.current === null || busy) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) load.current();
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [busy]);
  return (
    <button ref={button} type="button" className="queue-more link" disabled={busy} onClick={onMore}>
      {busy ? '正在载入' : '载入更多'}
    </button>
  );
}
