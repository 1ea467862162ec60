import { forget, hasLoginCodeInAddress, randomUuid, readStored, sendFile, sendRequest, store, takeLoginCode } from '../platform';
import { createClient, type Client } from './client';
import { queryClient } from './query-client';
import { createSession, loginThrough } from './session';

const SESSION = 'session';
const LEFT = 'logged-out';

/** What is kept on the phone for one person alone; whoever comes next finds none of it. */
const OF_ONE_PERSON = ['passes', 'unsaved-drafts', 'unsent-supplies', 'messages'];

/** The session of this phone. */
export const session = createSession({
  load: () => readStored(SESSION, (stored) => (typeof stored === 'string' ? stored : undefined)),
  save: (token) => void store(SESSION, token),
  clear: () => forget(SESSION),
  takeLoginCode,
  codeIsWaiting: hasLoginCodeInAddress,
  login: loginThrough((): Client => api),
  onChange: () => {
    OF_ONE_PERSON.forEach(forget);
    void queryClient.resetQueries();
  },
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
