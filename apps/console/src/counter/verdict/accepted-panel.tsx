import { clockOf } from '../../shared/time';
import { AssuranceChip } from './assurance-chip';
import { CHECK_THE_PAPER, ChallengeCard } from './challenge-card';
import { PortraitPlace } from './portrait-place';
import type { ShownVerdict } from './shown-verdict';

type Accepted = Extract<ShownVerdict, { kind: 'accepted' }>;

/** Said where the code that was just accepted is scanned again. */
export const SCANNED_AGAIN = '刚才已通过，不用重复扫描';

/** Filled with green, a round tick, the person, and the challenge: nothing of it looks like a refusal. */
export function AcceptedPanel({
  verdict,
  again,
  onClear,
}: {
  verdict: Accepted;
  /** The same code was scanned again just now. */
  again: boolean;
  onClear: () => void;
}) {
  const offline = verdict.assurance === 'offline';
  return (
    <section className={`verdict accepted${offline ? ' accepted-offline' : ''}`} aria-label="核验通过">
      <header className="verdict-head">
        <div className="verdict-strip">
          <AssuranceChip assurance={verdict.assurance} />
          {again ? <p className="accepted-again">{SCANNED_AGAIN}</p> : null}
          <button type="button" className="verdict-clear" onClick={onClear}>
            清除
          </button>
        </div>
        <svg className="verdict-sign" viewBox="0 0 72 72" role="img" aria-label="圆形对勾">
          <circle cx="36" cy="36" r="36" fill="#fff" />
          <path
            d="M23 37l9.5 9.5L50 28"
            fill="none"
            stroke="#0B7A53"
            strokeWidth="6"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        <div className="verdict-head-text">
          <h2>核验通过</h2>
          <p>{sentence(verdict)}</p>
        </div>
      </header>
      <Person verdict={verdict} />
      {verdict.challenge === undefined ? (
        <p className="accepted-check">
          离线核验没有校验字和照片，保证级别较低。{CHECK_THE_PAPER}；联网后会自动复核是否重复使用。
        </p>
      ) : (
        <ChallengeCard challenge={verdict.challenge} />
      )}
      <p className="accepted-foot">{clockOf(verdict.at)} 核验・个人信息 2 分钟后从屏幕清除</p>
    </section>
  );
}

function sentence({ assurance, statusAsOf, tookMs }: Accepted): string {
  const took = `用时 ${Math.max(1, Math.round(tookMs))} 毫秒`;
  return assurance === 'online'
    ? `签名有效・未使用过・证件状态有效・${took}`
    : `签名有效・本机未使用过・证件状态截至 ${clockOf(statusAsOf)} 有效・${took}`;
}

function Person({ verdict }: { verdict: Accepted }) {
  const { holder } = verdict;
  const about = [holder.sex, holder.ethnicity, holder.birthDate]
    .filter((part) => part !== undefined)
    .join('・');
  return (
    <div className="accepted-person">
      <PortraitPlace verdict={verdict} />
      <div className="accepted-facts">
        <p className="accepted-name">{holder.name}</p>
        {about === '' ? null : <p>{about}</p>}
        {holder.idNumber === undefined ? null : <p>{holder.idNumber}</p>}
        {holder.householdPlace === undefined ? null : <p>户籍 {holder.householdPlace}</p>}
        {holder.address === undefined ? null : <p>{holder.address}</p>}
        <p>
          有效期至 <b>{holder.validUntil}</b>
        </p>
      </div>
    </div>
  );
}
