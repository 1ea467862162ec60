import type { PurposeChoice } from './use-purpose';
import './purpose.css';

/** The purpose of this shift, what it opens to the counter, and the others to change to; nothing before the first choice. */
export function PurposeCard({
  choice: { chosen, purposes, choose },
  offline,
}: {
  choice: PurposeChoice;
  /** The next scan will be judged without the server: then the purpose opens nothing more. */
  offline: boolean;
}) {
  if (chosen === undefined) return null;
  return (
    <section className="card" aria-labelledby="purpose-title">
      <div className="card-head">
        <h2 className="card-title" id="purpose-title">
          用途：{chosen.title}
        </h2>
        <span className="card-note">本班次有效</span>
      </div>
      <p className="card-note">
        {offline ? '离线时只显示姓氏和有效期' : `本窗口可见：${chosen.sees.join('、')}`}
      </p>
      <div className="purposes" role="group" aria-label="更换用途">
        {purposes.map((purpose) => (
          <button
            key={purpose.id}
            type="button"
            className="purpose"
            aria-pressed={purpose.id === chosen.id}
            onClick={() => choose(purpose.id)}
          >
            {purpose.title}
          </button>
        ))}
      </div>
    </section>
  );
}
