import { daysBetween, type Finding, type ReviewCase, type RuleResult } from '@yuezheng/shared-types';
import './evidence.css';

/** The eligibility check as it was made: each rule, what was found for it, and the source. */
export function EvidenceCard({ reviewCase }: { reviewCase: ReviewCase }) {
  if (reviewCase.rules.length === 0) return null;
  return (
    <section className="card" aria-labelledby="evidence-title">
      <div className="card-head">
        <h3 className="card-title" id="evidence-title">
          资格校验：{reviewCase.verdict}
        </h3>
        <span className="card-note">{reviewCase.situation}</span>
      </div>
      {reviewCase.rules.map((rule) => (
        <Rule key={rule.id} rule={rule} />
      ))}
    </section>
  );
}

function Rule({ rule }: { rule: RuleResult }) {
  return (
    <div className="rule">
      <p className="rule-head">
        <span>{rule.title}</span>
        <span className={`chip chip-${rule.met ? 'ok' : 'warning'}`}>{rule.tag}</span>
      </p>
      {rule.progress === undefined ? null : <Progress progress={rule.progress} />}
      <ul>
        {rule.findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </ul>
      {rule.note === undefined ? null : <p className="rule-note">{rule.note}</p>}
    </div>
  );
}

const MARKS: Readonly<Record<Finding['status'], { readonly mark: string; readonly label: string }>> = {
  met: { mark: '✓', label: '符合' },
  unmet: { mark: '✕', label: '不符合' },
  unknown: { mark: '？', label: '没有查到' },
};

function FindingRow({ finding }: { finding: Finding }) {
  const { mark, label } = MARKS[finding.status];
  return (
    <li className={`finding finding-${finding.status}`}>
      <span className="finding-mark" role="img" aria-label={label}>
        {mark}
      </span>
      <span className="finding-text">
        {finding.title}・{finding.found}
        <span className="finding-source">
          {finding.source.name}，截至 {finding.source.asOf}
          {finding.source.detail === '' ? '' : `・${finding.source.detail}`}
        </span>
      </span>
    </li>
  );
}

/** A period with the day that had to be reached: the end of the bar is that day or today, whichever is later. */
function Progress({ progress }: { progress: NonNullable<RuleResult['progress']> }) {
  const { from, reachedOn, today, fromLabel, reachedLabel, todayLabel } = progress;
  const wanted = Math.max(1, daysBetween(from, reachedOn));
  const elapsed = Math.max(0, daysBetween(from, today));
  const whole = Math.max(wanted, elapsed);
  const labels = elapsed >= wanted ? [fromLabel, reachedLabel, todayLabel] : [fromLabel, todayLabel, reachedLabel];
  return (
    <div className="rule-progress">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" className="rule-progress-track" />
        <rect width={(elapsed / whole) * 100} height="4" className="rule-progress-bar" />
        <rect x={Math.min(99.5, (wanted / whole) * 100)} width="0.5" height="4" className="rule-progress-goal" />
      </svg>
      <p>
        {labels.map((label) => (
          <span key={label}>{label}</span>
        ))}
      </p>
    </div>
  );
}
