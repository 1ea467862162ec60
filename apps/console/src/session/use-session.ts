import { useSyncExternalStore } from 'react';
import { staffLogin, staffLogout, type RouteInput, type StaffRole } from '@yuezheng/shared-types';
import type { Answer } from '../api/answer';
import { callRoute } from '../api/client';
import { queryClient } from '../api/query-client';
import { sessionStore, type StaffSession } from '../api/session-store';
import { newUuid } from '../api/uuid';

/** The session of this tab, or undefined before log-in and after its end. */
export const useSession = (): StaffSession | undefined =>
  useSyncExternalStore(sessionStore.subscribe, sessionStore.current);

/** Whether the official at this desk holds a role. The server checks again; this only keeps what is in vain off the page. */
export const useHasRole = (role: StaffRole): boolean => useSession()?.staff.roles.includes(role) ?? false;

/** Logs in and starts the session; a refusal comes back for the form. */
export async function logIn(body: RouteInput<typeof staffLogin>['body']): Promise<Answer<StaffSession>> {
  const answer = await callRoute(staffLogin, { body }, { intent: newUuid() });
  if (answer.ok) {
    queryClient.clear();
    sessionStore.start(answer.value);
  }
  return answer;
}

/** Ends the session here at once and, if it can be reached, at the server. */
export async function logOut(): Promise<void> {
  const farewell = callRoute(staffLogout, {}, { intent: newUuid() });
  sessionStore.end('person');
  queryClient.clear();
  await farewell;
}
