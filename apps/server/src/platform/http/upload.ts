import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import type { UploadedFile } from './request';

/** The largest file that is taken in: 10 MB. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Boundaries and headers around the file. */
const ENVELOPE_BYTES = 64 * 1024;
/** How long somebody may go on sending after the refusal, so that the answer is read before the connection ends. */
const GRACE_MS = 2000;
const TOO_LARGE = new Set(['FST_REQ_FILE_TOO_LARGE', 'FST_ERR_CTP_BODY_TOO_LARGE']);

/** Reads the one file of a multipart request into memory. A larger one is refused as soon as that is known, not at its end. */
export async function readUpload(request: FastifyRequest): Promise<Result<UploadedFile>> {
  if (!request.isMultipart()) return refuse('invalid-request');
  if (Number(request.headers['content-length']) > MAX_UPLOAD_BYTES + ENVELOPE_BYTES) return cutOff(request);
  try {
    const part: MultipartFile | undefined = await request.file();
    if (!part) return refuse('invalid-request', { fields: [{ path: 'file', code: 'missing', message: '请选择要上传的图片。' }] });
    const bytes = await Promise.race([part.toBuffer(), limitReached(part)]);
    return bytes ? ok({ bytes, declaredMime: part.mimetype }) : cutOff(request);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return TOO_LARGE.has(code) ? cutOff(request) : refuse('invalid-request');
  }
}

/** Resolves with nothing when the file grows beyond the limit, which the parser alone tells only at the file's end. */
const limitReached = ({ file }: MultipartFile): Promise<undefined> => new Promise((resolve) => file.once('limit', () => resolve(undefined)));

/** Throws the rest away as it comes, and ends the connection of whoever does not stop. */
function cutOff({ raw }: FastifyRequest): Result<never> {
  raw.resume();
  setTimeout(() => raw.complete || raw.destroy(), GRACE_MS).unref();
  return refuse('body-too-large');
}
