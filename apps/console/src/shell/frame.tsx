import { useState } from 'react';
import { Modal } from 'antd';
import { Outlet } from 'react-router-dom';
import type { StaffSession } from '../api/session-store';
import { useOnline } from '../api/connection';
import { useUnsynced } from '../counter/offline/use-unsynced';
import { useOpenCases } from '../review/queue/counts';
import { logOut } from '../session/use-session';
import { UpdateNotice } from '../worker/update-notice';
import { NetworkNotice } from './network-notice';
import { Sidebar } from './sidebar';
import { useServerProbe } from './use-server-probe';
import './frame.css';

/** Sidebar and page, and the lines that say what is the matter with the network and the version. */
export function Frame({ session }: { session: StaffSession }) {
  const { staff } = session;
  const [leaving, setLeaving] = useState(false);
  const online = useOnline();
  const openCases = useOpenCases(staff);
  const unsynced = useUnsynced(staff);
  const clerk = staff.roles.includes('clerk');
  useServerProbe(online);
  return (
    <div className="frame">
      <Sidebar
        staff={staff}
        badges={{ '/review': openCases, '/counter': unsynced }}
        onLeave={() => setLeaving(true)}
      />
      <div className="frame-page">
        <NetworkNotice session={session} online={online} unsynced={unsynced} />
        <UpdateNotice counter={clerk} />
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
        <p>
          {unsynced === 0
            ? '退出后需重新输入密码。'
            : `本机还有 ${unsynced} 条离线核验没有同步，退出后由您下次在本机登录时继续同步。`}
        </p>
        {clerk ? <p>退出后，本机没有网络时不能再以您的身份离线核验。</p> : null}
      </Modal>
    </div>
  );
}
