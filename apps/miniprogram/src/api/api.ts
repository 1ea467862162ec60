import { getMe, type Me } from '@yuezheng/shared-types';
import { forget, hasLoginCodeInAddress, randomUuid, readStored, sendFile, sendRequest, store, takeLoginCode } from '../platform';
import { createClient, type Client } from './client';
import { queryClient } from './query-client';
import { createSession, loginThrough } from './session';

const SESSION = 'session';
const OWNER = 'session-owner';
const LEFT = 'logged-out';

/** What is kept on the phone for one person alone; whoever comes next finds none of it. */
const OF_ONE_PERSON = ['passes', 'unsaved-drafts', 'unsent-supplies', 'messages'];

const asText = (stored: unknown): string | undefined => (typeof stored === 'string' ? stored : undefined);

/** The session of this phone. */
export const session = createSession({
  load: () => readStored(SESSION, asText),
  save: (token) => void store(SESSION, token),
  clear: () => forget(SESSION),
  loadOwner: () => readStored(OWNER, asText),
  saveOwner: (owner) => void store(OWNER, owner),
  clearOwner: () => forget(OWNER),
  takeLoginCode,
  codeIsWaiting: hasLoginCodeInAddress,
  login: loginThrough((): Client => api),
  forgetPerson: () => OF_ONE_PERSON.forEach(forget),
  reread: () => void queryClient.resetQueries(),
  hasLeft: () => readStored(LEFT, (stored) => stored === true) ?? false,
  setLeft: (left) => (left ? void store(LEFT, true) : forget(LEFT)),
});

/** The API behind the mini-program. */
export const api: Client = createClient({
  base: YZ_API_BASE,
  session,
  send: sendRequest,
  sendFile,
  newKey: randomUuid,
});

queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type === 'updated' && query.queryKey[0] === getMe.path && query.state.status === 'success') session.know(query.state.data as Me);
});
