import { Button } from 'antd';
import type { StaffRole } from '@yuezheng/shared-types';
import { isOfflineIdentity, sessionStore, type StaffSession } from '../api/session-store';
import { useOfflineShift } from '../session/use-offline-shift';

/** What still works without a network, for who works here. */
const offlineSentence = (roles: readonly StaffRole[]): string =>
  roles.includes('clerk')
    ? '网络已断开。窗口核验可离线进行，恢复网络后自动同步。'
    : '网络已断开，页面内容停留在断开前。审核操作请在恢复网络后再做。';

/** The one line that says that the network is gone, or that somebody works here without a log-in. */
export function NetworkNotice({
  session,
  online,
  unsynced,
}: {
  session: StaffSession;
  online: boolean;
  unsynced: number;
}) {
  if (isOfflineIdentity(session)) return <OfflineIdentity online={online} unsynced={unsynced} />;
  if (online) return null;
  return (
    <p className="frame-offline" role="status">
      {offlineSentence(session.staff.roles)}
    </p>
  );
}

function OfflineIdentity({ online, unsynced }: { online: boolean; unsynced: number }) {
  useOfflineShift();
  const waiting = unsynced === 0 ? '' : `，随后同步 ${unsynced} 条离线核验`;
  return (
    <p className="frame-identity" role="status">
      {online
        ? `网络已恢复。请登录${waiting}；登录前仍按离线核验，级别较低。`
        : '没有网络，以离线身份工作：姓名打码显示，核验记录在您下次登录后同步。'}
      {online ? <Button onClick={() => sessionStore.end('log-in')}>登录并同步</Button> : null}
    </p>
  );
}
