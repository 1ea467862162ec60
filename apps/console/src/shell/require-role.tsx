import type { ReactNode } from 'react';
import { useSession } from '../session/use-session';
import { EmptyState } from '../states/states';
import { sectionsFor, type Section } from './sections';

/** A page for the officials whose roles open its section; others are told why they cannot see it. The server checks again. */
export function RequireRole({ section, children }: { section: Section['path']; children: ReactNode }) {
  const session = useSession();
  if (sectionsFor(session?.staff.roles ?? []).some(({ path }) => path === section)) return <>{children}</>;
  return <EmptyState title="您没有此页的权限" text="请从左侧打开您岗位上的功能，或联系管理员开通。" />;
}
