import type { TimelineEntry } from '@yuezheng/shared-types';
import { stampOf } from '../../shared/time';
import './timeline.css';

/** What happened to the case, the latest first as the server gives it. */
export function TimelineCard({ entries }: { entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="card" aria-labelledby="timeline-title">
      <h3 className="card-title" id="timeline-title">
        办理过程
      </h3>
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.title}`} className={`timeline-${entry.tone}`}>
            <span className="timeline-title">{entry.title}</span>
            <time className="timeline-at" dateTime={entry.at}>
              {stampOf(entry.at)}
            </time>
            {entry.detail === '' ? null : <span className="timeline-detail">{entry.detail}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
