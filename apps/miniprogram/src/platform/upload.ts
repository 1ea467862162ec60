import Taro from '@tarojs/taro';
import { failureOf, parseBody, type HttpOutcome } from './http';

export interface UploadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Path or blob address as the image picker gave it. */
  readonly path: string;
  readonly timeoutMs: number;
  /** Called with the percentage that has been sent. */
  readonly onProgress?: (percent: number) => void;
}

// In the browser Taro waits for ever where a picture cannot be read back.
const rejectAfter = (ms: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('timeout')), ms);
  });

/** Sends one file as `multipart/form-data` in the part `file`. Never rejects. */
export async function sendFile(request: UploadRequest): Promise<HttpOutcome> {
  try {
    const task = Taro.uploadFile({
      url: request.url,
      filePath: request.path,
      name: 'file',
      fileName: 'image.jpg',
      header: { ...request.headers },
      timeout: request.timeoutMs,
    });
    const { onProgress } = request;
    if (onProgress) task.progress(({ progress }) => onProgress(progress));
    const answer = await Promise.race([task, rejectAfter(request.timeoutMs)]);
    return { kind: 'answer', status: answer.statusCode, body: parseBody(answer.data) };
  } catch (error) {
    return failureOf(error);
  }
}
