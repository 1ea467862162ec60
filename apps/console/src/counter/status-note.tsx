import { momentOf } from '../shared/time';
import type { Standing } from './offline/standing';

const stamp = (epochMs: number, now: number): string => momentOf(new Date(epochMs).toISOString(), now);

const UNCALIBRATED = '联网后自动校准；时间不准时，有效的码会被拒绝';

/** For what moment the statuses are known, how long they serve without a network, and what is wrong with them. */
export function StatusNote({ standing }: { standing: Standing }) {
  if (standing.kind !== 'ready') {
    return (
      <span className="chip chip-danger" role="status">
        {unusable(standing)}
      </span>
    );
  }
  const { now, asOf, expiresAt, aged, calibrated } = standing;
  return (
    <>
      <span className={aged ? 'chip chip-warning' : 'card-note'}>
        状态截至 {stamp(asOf, now)}
        {aged ? '，已超过 4 小时' : ''}
      </span>
      <span className="card-note">离线可用至 {stamp(expiresAt, now)}</span>
      {calibrated ? null : (
        <span className="chip chip-warning" title={UNCALIBRATED}>
          本机时间未经校准<span className="visually-hidden">，{UNCALIBRATED}</span>
        </span>
      )}
    </>
  );
}

function unusable(standing: Exclude<Standing, { kind: 'ready' }>): string {
  switch (standing.kind) {
    case 'none':
      return '还没有取得状态，暂不能离线核验，请联网后更新';
    case 'expired':
      return `状态已于 ${stamp(standing.expiresAt, standing.now)} 过期，不能离线核验，请联网后更新`;
    case 'clock':
      return standing.why === 'set-back'
        ? '本机时间被调回，不能离线核验，请联网校准'
        : '本机时间超过 24 小时未校准，不能离线核验，请联网校准';
  }
}
