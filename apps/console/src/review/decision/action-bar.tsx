import { Alert, Button } from 'antd';
import type { ReviewAction, ReviewActionView, ReviewCase } from '@yuezheng/shared-types';
import type { ApiFailure } from '../../api/failure';
import { useSingleKeys } from '../../shared/single-keys';
import './action-bar.css';

interface Props {
  readonly reviewCase: ReviewCase;
  readonly busy: boolean;
  /** Why claiming or giving back was refused. */
  readonly refusal?: ApiFailure;
  readonly keysEnabled: boolean;
  readonly onClaim: () => void;
  readonly onAct: (action: ReviewAction) => void;
}

/** The one bar of decisions: a button and a key for each act that the server says is possible now. */
export function ActionBar({ reviewCase, busy, refusal, keysEnabled, onClaim, onAct }: Props) {
  const acts = inReadingOrder(reviewCase.actions);
  const { claimable } = reviewCase;
  const keys = Object.fromEntries(
    acts.map((view) => [view.shortcut.toUpperCase(), () => onAct(view.action)]),
  );
  useSingleKeys(claimable ? { ...keys, C: onClaim } : keys, keysEnabled && !busy);
  return (
    <footer className="action-bar">
      {refusal === undefined ? null : <Alert type="error" showIcon title={refusal.message} />}
      <div className="action-bar-line">
        <p className="card-note">{hint(reviewCase, acts, claimable)}</p>
        <div className="action-bar-buttons">
          {claimable ? (
            <Button type="primary" loading={busy} aria-keyshortcuts="C" onClick={onClaim}>
              认领此件
              <Key name="C" />
            </Button>
          ) : null}
          {acts.map((view) => (
            <Button
              key={view.action}
              type={view.tone === 'primary' ? 'primary' : 'default'}
              danger={view.tone === 'danger'}
              className={`act act-${view.tone}`}
              disabled={busy}
              aria-keyshortcuts={view.shortcut}
              onClick={() => onAct(view.action)}
            >
              {view.label}
              <Key name={view.shortcut} />
            </Button>
          ))}
        </div>
      </div>
    </footer>
  );
}

/** The key that does the same, as it stands on a keyboard; screen readers learn it from the button. */
function Key({ name }: { name: string }) {
  return (
    <kbd className="key" aria-hidden="true">
      {name}
    </kbd>
  );
}

const WEIGHT: Readonly<Record<ReviewActionView['tone'], number>> = { plain: 0, danger: 1, primary: 2 };

const inReadingOrder = (acts: readonly ReviewActionView[]): readonly ReviewActionView[] =>
  [...acts].sort((one, other) => WEIGHT[one.tone] - WEIGHT[other.tone]);

function hint(reviewCase: ReviewCase, acts: readonly ReviewActionView[], claimable: boolean): string {
  if (claimable) return '认领后由您办理，其他人不能同时操作。N 下一件';
  if (acts.length > 0) return '按键即可打开相应操作，N 下一件';
  const { claim, state, stateLabel } = reviewCase;
  if (claim !== undefined && !claim.mine && state !== 'supplement')
    return `此件由 ${claim.name} 办理，您可以查看，不能作决定。`;
  if (state === 'supplement') return '已一次性告知，等申请人补正。补齐后，此件会回到“补件回来”。';
  return `此件${stateLabel}，目前没有可作的决定。N 下一件`;
}
