import type { ReviewStep } from '@yuezheng/shared-types';
import { stampOf } from '../../shared/time';
import './timeline.css';

/** What happened to the case, the latest first as the server gives it, and what the applicant was asked for, word for word. */
export function TimelineCard({ entries }: { entries: readonly ReviewStep[] }) {
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
            {entry.asked.length === 0 ? null : (
              <dl className="timeline-asked">
                {entry.asked.map(({ title, reason }) => (
                  <div key={title}>
                    <dt>{title}</dt>
                    <dd>{reason}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
