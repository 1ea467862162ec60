import type { Finding, ReviewCase, RuleResult } from '@yuezheng/shared-types';
import { PeriodBar } from './period-bar';
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
      {rule.progress === undefined ? null : <PeriodBar progress={rule.progress} />}
      <ul>
        {rule.findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} needed={!rule.met || finding.status === 'met'} />
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

/** For a finding that is not met while its rule is: another one was enough. */
const NOT_NEEDED = { mark: '—', label: '不需要此项' };

function FindingRow({ finding, needed }: { finding: Finding; needed: boolean }) {
  const { mark, label } = needed ? MARKS[finding.status] : NOT_NEEDED;
  return (
    <li className={`finding finding-${needed ? finding.status : 'spare'}`}>
      <span className="finding-mark" role="img" aria-label={label}>
        {mark}
      </span>
      <span className="finding-text">
        {finding.title}・{finding.found}
        {needed ? null : <span className="finding-spare-note">（{NOT_NEEDED.label}）</span>}
        <span className="finding-source">
          {finding.source.name}，截至 {finding.source.asOf}
          {finding.source.detail === '' ? '' : `・${finding.source.detail}`}
        </span>
      </span>
    </li>
  );
}
