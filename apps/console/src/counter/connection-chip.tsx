import { InstallButton } from '../install/install-button';
import type { Standing } from './offline/standing';
import type { CounterLog } from './offline/log-store';
import { SoundSwitch } from './sound/sound-switch';
import { StatusNote } from './status-note';
import { assuranceLabel, type Assurance } from './verdict/assurance-chip';

interface Props {
  /** How the next scan will be judged, as far as is known now. */
  readonly next: Assurance;
  readonly standing: Standing;
  readonly log: CounterLog;
  readonly refreshing: boolean;
  readonly onRefresh: () => void;
}

/** How the next scan will be judged, for what moment the statuses are known, and what waits to be sent. */
export function ConnectionChip({ next, standing, log, refreshing, onRefresh }: Props) {
  return (
    <div className="connection">
      <span className={`chip chip-${next === 'online' ? 'ok' : 'warning'}`} role="status">
        {next === 'online' ? '●' : '○'} 下一次：{assuranceLabel(next)}
      </span>
      {log.unsynced.length === 0 ? null : (
        <span className="chip chip-info" role="status">
          {log.unsynced.length} 条待同步
        </span>
      )}
      {log.ofOthers === 0 ? null : (
        <span className="chip chip-muted">另有 {log.ofOthers} 条其他人员的离线核验待其登录后同步</span>
      )}
      <StatusNote standing={standing} />
      <span className="connection-acts">
        <button type="button" className="link" disabled={refreshing} onClick={onRefresh}>
          更新公钥和状态
        </button>
        <SoundSwitch />
        <InstallButton />
      </span>
    </div>
  );
}
