import { preciseClockOf } from '../../shared/time';
import { FailureState, LoadingRows } from '../../states/states';
import type { Recent, RecentList } from './use-recent';

/** What was verified here a moment ago; names stay masked. */
export function RecentCard({ recent }: { recent: RecentList }) {
  return (
    <section className="card recent" aria-labelledby="recent-title">
      <h2 className="card-title" id="recent-title">
        刚才
      </h2>
      <RecentBody recent={recent} />
    </section>
  );
}

function RecentBody({ recent }: { recent: RecentList }) {
  if (recent.loading) return <LoadingRows rows={4} label="正在载入最近的核验" />;
  if (recent.error !== null) return <FailureState thrown={recent.error} onRetry={recent.reload} />;
  if (recent.entries.length === 0 && recent.outOfReach)
    return <p className="card-note recent-empty">离线时只列出本机还没有同步的核验，现在没有。</p>;
  if (recent.entries.length === 0)
    return <p className="card-note recent-empty">今天还没有核验。扫码后，结果会列在这里。</p>;
  return (
    <ul className="recent-list">
      {recent.entries.map((entry) => (
        <li key={entry.id} className={entry.usedTwice ? 'recent-twice' : undefined}>
          <time dateTime={entry.at}>{preciseClockOf(entry.at)}</time>
          <span className="recent-name">
            {entry.name === '' ? '—' : entry.name}
            <small>{entry.offline ? '离线・级别较低' : '在线・级别高'}</small>
          </span>
          <Result entry={entry} />
        </li>
      ))}
    </ul>
  );
}

/** An acceptance whose code was used elsewhere as well is nothing to rely on: no tick, no green. */
function Result({ entry: { accepted, usedTwice, result } }: { entry: Recent }) {
  const [tone, mark] = usedTwice ? ['warning', '⚠'] : accepted ? ['ok', '✓'] : ['danger', '×'];
  return (
    <span className={`chip chip-${tone}`}>
      {mark} {result}
    </span>
  );
}
