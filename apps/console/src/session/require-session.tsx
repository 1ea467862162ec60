import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { sessionStore, type StaffSession } from '../api/session-store';
import type { PlaceBefore } from './place-before';
import { useSession } from './use-session';

/** Draws its children for a logged-in official; others go to the log-in page, and come back here unless they left by themselves. */
export function RequireSession({ children }: { children: (session: StaffSession) => ReactNode }) {
  const session = useSession();
  const location = useLocation();
  if (session !== undefined) return <>{children(session)}</>;
  const place: PlaceBefore = { path: `${location.pathname}${location.search}` };
  return <Navigate to="/login" replace state={sessionStore.endedBy() === 'person' ? undefined : place} />;
}
