import type { Caller } from '../auth/caller';

/** What a handler gets of a request: only what its contract parsed. */
export interface ParsedInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** The one file of a multipart request. */
export interface UploadedFile {
  readonly bytes: Buffer;
  readonly declaredMime: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
    parsedInput?: ParsedInput;
    uploadedFile?: UploadedFile;
  }
}
