import { useState } from 'react';
import { Modal } from 'antd';
import { Outlet } from 'react-router-dom';
import type { StaffRole } from '@yuezheng/shared-types';
import type { StaffSession } from '../api/session-store';
import { useOnline } from '../api/connection';
import { useUnsynced } from '../counter/offline/use-unsynced';
import { useOpenCases } from '../review/queue/counts';
import { logOut } from '../session/use-session';
import { Sidebar } from './sidebar';
import { useServerProbe } from './use-server-probe';
import './frame.css';

/** What still works without a network, for who works here. */
const offlineSentence = (roles: readonly StaffRole[]): string =>
  roles.includes('clerk')
    ? '网络已断开。窗口核验可离线进行，恢复网络后自动同步。'
    : '网络已断开，页面内容停留在断开前。审核操作请在恢复网络后再做。';

/** Sidebar and page, and the one line that says the network is gone. */
export function Frame({ session: { staff } }: { session: StaffSession }) {
  const [leaving, setLeaving] = useState(false);
  const online = useOnline();
  const openCases = useOpenCases(staff);
  const unsynced = useUnsynced(staff);
  useServerProbe(online);
  return (
    <div className="frame">
      <Sidebar
        staff={staff}
        badges={{ '/review': openCases, '/counter': unsynced }}
        onLeave={() => setLeaving(true)}
      />
      <div className="frame-page">
        {online ? null : (
          <p className="frame-offline" role="status">
            {offlineSentence(staff.roles)}
          </p>
        )}
        <Outlet />
      </div>
      <Modal
        open={leaving}
        title="退出登录"
        okText="退出登录"
        cancelText="继续工作"
        width={420}
        onOk={() => void logOut()}
        onCancel={() => setLeaving(false)}
      >
        {unsynced === 0
          ? '退出后需重新输入密码。'
          : `本机还有 ${unsynced} 条离线核验没有同步，退出后由您下次在本机登录时继续同步。`}
      </Modal>
    </div>
  );
}
