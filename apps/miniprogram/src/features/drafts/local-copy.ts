import type { Draft } from '@yuezheng/shared-types';
import { forget, readStored, store } from '../../platform';
import type { DraftForm } from './draft-form';

/** What was typed and has not reached the server, with the draft that it was typed over. */
export interface LocalCopy {
  readonly draft: Draft;
  readonly form: DraftForm;
}

export interface LocalCopies {
  read(draftId: string): LocalCopy | undefined;
  keep(copy: LocalCopy): void;
  forget(draftId: string): void;
}

/** Forgotten by the session when another person comes. */
const KEY = 'unsaved-drafts';

type Copies = Readonly<Record<string, LocalCopy>>;

const isCopy = (stored: unknown): stored is LocalCopy => {
  const { draft, form } = (stored ?? {}) as { draft?: { id?: unknown; definition?: unknown }; form?: { values?: unknown; materials?: unknown } };
  return typeof draft?.id === 'string' && typeof draft.definition === 'object' && typeof form?.values === 'object' && typeof form.materials === 'object';
};

const readAll = (): Copies =>
  readStored(KEY, (stored) =>
    typeof stored === 'object' && stored !== null ? Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, LocalCopy] => isCopy(entry[1]))) : undefined,
  ) ?? {};

/** Copies in the storage of this phone: only while they are unsaved, since they hold personal data. */
export const localCopies: LocalCopies = {
  read: (draftId) => readAll()[draftId],
  keep: (copy) => void store(KEY, { ...readAll(), [copy.draft.id]: copy }),
  forget(draftId) {
    const { [draftId]: gone, ...others } = readAll();
    if (gone === undefined) return;
    if (Object.keys(others).length === 0) forget(KEY);
    else store(KEY, others);
  },
};
