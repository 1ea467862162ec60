import { submitDraft } from '@yuezheng/shared-types';
import { api } from '../../api';
import { forget, randomUuid, readStored, store } from '../../platform';
import { createSubmitter, type PendingSubmission } from './submitter';

const nameOf = (draftId: string): string => `submission:${draftId}`;

const readPending = (stored: unknown): PendingSubmission | undefined => {
  const { key, version } = (stored ?? {}) as Partial<PendingSubmission>;
  return typeof key === 'string' && typeof version === 'number' ? { key, version } : undefined;
};

/** The submissions of this phone; their keys outlive the app. */
export const submissions = createSubmitter({
  newKey: randomUuid,
  send: (draftId, version, key) => api.call(submitDraft, { params: { draftId }, body: { version, pledged: true } }, { key }),
  read: (draftId) => readStored(nameOf(draftId), readPending),
  keep: (draftId, pending) => void store(nameOf(draftId), pending),
  forget: (draftId) => forget(nameOf(draftId)),
});
