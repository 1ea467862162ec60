import type { ReactNode } from 'react';
import type { StaffRole } from '@yuezheng/shared-types';
import { useSession } from '../session/use-session';
import { EmptyState } from '../states/states';

/** A page for officials with this role; others are told why they cannot see it. The server checks again. */
export function RequireRole({ role, children }: { role: StaffRole; children: ReactNode }) {
  const session = useSession();
  if (session?.staff.roles.includes(role) === true) return <>{children}</>;
  return <EmptyState title="您没有此页的权限" text="请从左侧打开您岗位上的功能，或联系管理员开通。" />;
}
