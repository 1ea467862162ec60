import { z, Id } from '../schema';
import { defineRoute } from '../route';

export const StoredFile = z.object({ id: Id, mime: z.string(), bytes: z.int(), width: z.int(), height: z.int() });
export type StoredFile = z.infer<typeof StoredFile>;

/** At most 10 MB; decoded, turned upright, freed of EXIF and re-encoded before it is kept. */
export const uploadFile = defineRoute({
  method: 'POST', path: '/files', summary: '上传图片', auth: 'resident', body: 'multipart',
  query: z.object({ purpose: z.enum(['material', 'photo']) }),
  response: StoredFile,
  errors: ['real-name-required', 'body-too-large', 'file-type-unsupported', 'file-unreadable', 'image-too-small', 'image-too-many-pixels', 'field-invalid'],
});

export const getFile = defineRoute({
  method: 'GET', path: '/files/:fileId', summary: '查看自己上传的图片', auth: 'resident',
  params: z.object({ fileId: Id }), query: z.object({ size: z.optional(z.enum(['thumb', 'full'])) }),
  response: 'binary', errors: ['not-found'],
});
