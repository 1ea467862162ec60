import type { Comparison, ReviewCase, Tone } from '@yuezheng/shared-types';
import { comparisonSummary } from './comparison-summary';
import { RevealedValue } from './revealed-value';
import './comparisons.css';

const RESULTS: Readonly<
  Record<Comparison['result'], { readonly label: string; readonly tone: Tone; readonly mark: string }>
> = {
  match: { label: '一致', tone: 'ok', mark: '✓' },
  mismatch: { label: '不一致', tone: 'danger', mark: '✕' },
  judge: { label: '需判断', tone: 'warning', mark: '？' },
  absent: { label: '无数据', tone: 'muted', mark: '—' },
};

/** What was declared beside what the government's data say, and where that comes from. */
export function ComparisonsCard({ reviewCase }: { reviewCase: ReviewCase }) {
  return (
    <section className="card" aria-labelledby="comparisons-title">
      <div className="card-head">
        <h3 className="card-title" id="comparisons-title">
          申报与数据比对
        </h3>
        <span className="card-note">{comparisonSummary(reviewCase.comparisons)}</span>
      </div>
      <dl className="comparisons">
        {reviewCase.comparisons.map((comparison) => (
          <Row key={comparison.id} caseId={reviewCase.id} comparison={comparison} />
        ))}
      </dl>
    </section>
  );
}

function Row({ caseId, comparison }: { caseId: string; comparison: Comparison }) {
  const { label, tone, mark } = RESULTS[comparison.result];
  const found = comparison.result === 'absent' ? '没有查到' : comparison.found;
  const differs = found !== comparison.declared && found !== '';
  return (
    <div className={`comparison comparison-${comparison.result}`}>
      <dt>{comparison.label}</dt>
      <dd>
        <p className="comparison-value">
          {differs && comparison.declared !== '' ? <span className="comparison-side">申报</span> : null}
          {comparison.sensitive ? (
            <RevealedValue caseId={caseId} comparison={comparison} />
          ) : (
            <span>{comparison.declared || found}</span>
          )}
        </p>
        {differs && comparison.declared !== '' ? (
          <p className="comparison-value">
            <span className="comparison-side">数据</span>
            <span>{found}</span>
          </p>
        ) : null}
        <p className="comparison-source">{comparison.source}</p>
      </dd>
      <dd className="comparison-result">
        <span className={`chip chip-${tone}`}>
          <span aria-hidden="true">{mark}</span>
          {label}
        </span>
      </dd>
    </div>
  );
}
