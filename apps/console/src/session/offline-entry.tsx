import { Button } from 'antd';
import { sessionStore } from '../api/session-store';
import { offlineSession } from './desk-clerk';
import { useDeskClerk } from './use-desk-clerk';

/** On the log-in page without a network: the clerk who works here goes on with one tap. */
export function OfflineEntry() {
  const clerk = useDeskClerk();
  if (clerk === undefined) return null;
  const { name, counter, office } = clerk.staff;
  return (
    <section className="login-offline" aria-label="离线核验">
      <Button size="large" block onClick={() => sessionStore.start(offlineSession(clerk))}>
        没有网络，以 {name}（{counter?.name ?? office}）身份离线核验
      </Button>
      <p>姓名打码显示，核验记录在您下次登录后同步。不是本人请勿使用。</p>
    </section>
  );
}
