import { Popconfirm } from 'antd';
import type { ReviewCase } from '@yuezheng/shared-types';
import { momentOf } from '../../shared/time';
import { clockText, clockTone } from './clock-chip';

interface Props {
  readonly reviewCase: ReviewCase;
  readonly busy: boolean;
  readonly onRelease: () => void;
}

/** Whose case it is and on what ground, who works on it, and how much time the law leaves. */
export function CaseHeader({ reviewCase, busy, onRelease }: Props) {
  const { applicant, onBehalfOf, serviceTitle, number, cityName, legalBasis, claim, clock } = reviewCase;
  return (
    <header className="case-head">
      <div className="case-head-text">
        <h2 className="case-title">
          {onBehalfOf === undefined ? applicant : `${onBehalfOf}（由 ${applicant} 代办）`}・{serviceTitle}
        </h2>
        <p className="card-note">
          {[number, cityName, claimText(claim), `依据${legalBasis}`]
            .filter((part) => part !== undefined)
            .join('・')}
          {claim?.releasable === true ? (
            <Release claim={claim} busy={busy} onRelease={onRelease} />
          ) : null}
        </p>
      </div>
      <div className="case-chips">
        <span className={`chip chip-${reviewCase.tone}`}>{reviewCase.stateLabel}</span>
        {clock === undefined ? null : (
          <span className={`chip chip-${clockTone(clock)}`}>{clockText(clock)}</span>
        )}
      </div>
    </header>
  );
}

/** Gives the case back; somebody else's only after a second thought, since he may be in the middle of it. */
function Release({
  claim,
  busy,
  onRelease,
}: {
  claim: NonNullable<ReviewCase['claim']>;
  busy: boolean;
  onRelease: () => void;
}) {
  const button = (
    <button type="button" className="link case-release" disabled={busy} onClick={claim.mine ? onRelease : undefined}>
      退回队列
    </button>
  );
  if (claim.mine) return button;
  return (
    <Popconfirm
      title={`解除 ${claim.name} 的认领`}
      description="此件会退回队列，由其他审核人员认领。解除认领会写入审计记录。"
      okText="退回队列"
      cancelText="再看看"
      onConfirm={onRelease}
    >
      {button}
    </Popconfirm>
  );
}

const claimText = (claim: ReviewCase['claim']): string => {
  if (claim === undefined) return '未认领';
  return `${claim.mine ? '您' : claim.name}于 ${momentOf(claim.at)} 认领`;
};
