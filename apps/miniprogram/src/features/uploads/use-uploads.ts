import { getFile, uploadFile } from '@yuezheng/shared-types';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { api } from '../../api';
import { imageKind, pickImages } from '../../platform';
import { useRemoteImage } from '../use-remote-image';
import { createUploadQueue, type PendingUpload, type UploadQueue } from './upload-queue';

/** What was just taken on this phone, by file id: shown without asking the server for it. */
const takenHere = new Map<string, string>();

/** Address of an uploaded picture for showing it small. */
export function useFilePreview(fileId: string): string | undefined {
  const local = takenHere.get(fileId);
  const remote = useRemoteImage(getFile, { params: { fileId }, query: { size: 'thumb' } }, local === undefined);
  return local ?? remote;
}

export interface Uploads {
  readonly pending: readonly PendingUpload[];
  /** Why nothing could be taken over, in a sentence. */
  readonly problem?: string;
  /** Lets the person take or choose pictures and sends them. Must follow a tap. */
  readonly pick: (count: number) => Promise<void>;
  readonly retry: (id: number) => void;
  readonly remove: (id: number) => void;
}

const TOO_LARGE = '图片超过 10 MB，请在手机上压缩后再选择。';
const NOT_A_PICTURE = '只能上传 JPG、PNG 或 WebP 图片，请重新拍摄或选择。';

/**
 * Pictures on their way for one field or material.
 *
 * @param onArrived told the file id of each one, also after the page was left
 */
export function useUploads(purpose: 'material' | 'photo', onArrived: (fileId: string) => void): Uploads {
  const [problem, setProblem] = useState<string>();
  const tell = useRef(onArrived);
  tell.current = onArrived;
  const queue = useRef<UploadQueue>();
  queue.current ??= createUploadQueue({
    refuse: async (path) => ((await imageKind(path)) === 'other' ? NOT_A_PICTURE : undefined),
    send: (path, onProgress) => api.upload(uploadFile, { query: { purpose } }, path, { onProgress }),
    arrived(file, path) {
      takenHere.set(file.id, path);
      tell.current(file.id);
    },
  });
  const { store, add, retry, remove } = queue.current;

  return {
    pending: useStore(store),
    problem,
    retry,
    remove,
    async pick(count) {
      const outcome = await pickImages(count);
      if (outcome.kind === 'cancelled') return;
      setProblem(outcome.tooLarge > 0 ? TOO_LARGE : undefined);
      add(outcome.images.slice(0, count).map(({ path }) => path));
    },
  };
}
