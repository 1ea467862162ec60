import { shanghaiClock, shanghaiDay } from '@yuezheng/shared-types';
import type { TrustControl } from './offline/use-trust';

const stamp = (epochMs: number): string => `${shanghaiDay(epochMs).slice(5)} ${shanghaiClock(epochMs)}`;

/** Whether the server answers, for what moment the statuses are known, and how long they serve without it. */
export function ConnectionChip({
  online,
  control,
  unsynced,
}: {
  online: boolean;
  control: TrustControl;
  unsynced: number;
}) {
  const list = control.trust?.statusList;
  return (
    <div className="connection">
      <span className={`chip chip-${online ? 'ok' : 'warning'}`} role="status">
        {online ? '在线' : '离线'}
      </span>
      {unsynced === 0 ? null : (
        <span className="chip chip-info" role="status">
          {unsynced} 条待同步
        </span>
      )}
      <span className="card-note">
        {list === undefined
          ? '还没有取得状态，暂不能离线核验'
          : `状态截至 ${shanghaiClock(list.issuedAt)}・离线可用至 ${stamp(list.expiresAt)}`}
      </span>
      <button type="button" className="link" disabled={control.refreshing} onClick={control.refresh}>
        更新公钥和状态
      </button>
    </div>
  );
}
