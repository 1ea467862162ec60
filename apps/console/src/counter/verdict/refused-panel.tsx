import { clockOf } from '../../shared/time';
import { AssuranceChip } from './assurance-chip';
import type { ShownVerdict } from './shown-verdict';

type Refused = Extract<ShownVerdict, { kind: 'refused' }>;

/** White, a thick red frame, a square cross, the reason and what to do: nothing of it looks like an acceptance. */
export function RefusedPanel({ verdict, onClear }: { verdict: Refused; onClear: () => void }) {
  const note = `原因码 ${verdict.reason}・${verdict.note ?? `${clockOf(verdict.at)} 核验`}`;
  return (
    <section className="verdict refused yz-light" aria-label="不能受理">
      <header className="verdict-head">
        <div className="verdict-strip">
          <AssuranceChip assurance={verdict.assurance} />
          <button type="button" className="verdict-clear" onClick={onClear}>
            清除
          </button>
        </div>
        <svg className="verdict-sign" viewBox="0 0 72 72" role="img" aria-label="方形叉号">
          <rect width="72" height="72" rx="12" fill="#C43C2C" />
          <path d="M25 25l22 22M47 25L25 47" stroke="#fff" strokeWidth="6" strokeLinecap="round" />
        </svg>
        <div className="verdict-head-text">
          <h2>不能受理・{verdict.headline}</h2>
          <p>{note}</p>
        </div>
      </header>
      <h3>请这样做</h3>
      <ol className="refused-steps">
        {verdict.steps.map((step, index) => (
          <li key={step}>
            {index + 1}. {step}
          </li>
        ))}
      </ol>
    </section>
  );
}
