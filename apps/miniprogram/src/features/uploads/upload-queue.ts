import type { StoredFile } from '@yuezheng/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer } from '../../api';
import { isPassing } from '../../api/problem';

/** A picture that is on its way or did not get there. */
export interface PendingUpload {
  readonly id: number;
  /** For a picture element. */
  readonly path: string;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** 0 to 100 */
  readonly percent: number;
  /** Why it failed, in a sentence. */
  readonly problem?: string;
  /** Whether sending the same picture again may help. */
  readonly canRetry: boolean;
}

export interface QueueParts {
  /** Why the picture need not be sent at all, in a sentence. */
  refuse(path: string): Promise<string | undefined>;
  send(path: string, onProgress: (percent: number) => void): Promise<Answer<StoredFile>>;
  /** Told of each picture that has arrived. */
  arrived(file: StoredFile, path: string): void;
}

export interface UploadQueue {
  readonly store: StoreApi<readonly PendingUpload[]>;
  add(paths: readonly string[]): void;
  retry(id: number): void;
  remove(id: number): void;
}

/** Sends pictures one after the other, so that each one gets the whole of a slow network. */
export function createUploadQueue(parts: QueueParts): UploadQueue {
  const store = createStore<readonly PendingUpload[]>(() => []);
  let lastId = 0;
  let working = false;

  const list = store.getState;
  const change = (id: number, part: Partial<PendingUpload>): void =>
    store.setState(list().map((upload) => (upload.id === id ? { ...upload, ...part } : upload)), true);
  const remove = (id: number): void => store.setState(list().filter((upload) => upload.id !== id), true);
  const isStillWanted = (id: number): boolean => list().some((upload) => upload.id === id);

  async function sendOne({ id, path }: PendingUpload): Promise<void> {
    change(id, { state: 'sending', percent: 0, problem: undefined });
    const refusal = await parts.refuse(path);
    if (refusal !== undefined) return change(id, { state: 'failed', problem: refusal, canRetry: false });
    const answer = await parts.send(path, (percent) => change(id, { percent }));
    if (!answer.ok) return change(id, { state: 'failed', problem: answer.problem.sentence, canRetry: isPassing(answer.problem) });
    if (isStillWanted(id)) parts.arrived(answer.value, path);
    remove(id);
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let next = waiting(); next !== undefined; next = waiting()) await sendOne(next);
    working = false;
  }

  const waiting = (): PendingUpload | undefined => list().find(({ state }) => state === 'waiting');

  return {
    store,
    remove,
    add(paths) {
      const added = paths.map((path): PendingUpload => ({ id: (lastId += 1), path, state: 'waiting', percent: 0, canRetry: true }));
      store.setState([...list(), ...added], true);
      void work();
    },
    retry(id) {
      change(id, { state: 'waiting', problem: undefined });
      void work();
    },
  };
}
