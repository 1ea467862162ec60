import { Injectable } from '@nestjs/common';
import { allFields } from '@yuezheng/case-engine';
import { ok, refuse, type FieldIssue, type FieldValues, type MaterialValues, type Result, type ServiceDefinition } from '@yuezheng/shared-types';
import { FileShelf } from '../../files/file-shelf';

interface Uploads {
  readonly values: FieldValues;
  readonly materials: MaterialValues;
}

/** Which uploaded files a form names, by the path of the field or material. Several times the same file counts each time. */
export const filesNamed = (definition: ServiceDefinition, { values, materials }: Uploads): { path: string; fileId: string }[] => [
  ...allFields(definition).flatMap((field) => {
    const value = values[field.id];
    return field.type === 'photo' && typeof value === 'string' && value !== '' ? [{ path: `values.${field.id}`, fileId: value }] : [];
  }),
  ...Object.entries(materials).flatMap(([id, fileIds]) => fileIds.map((fileId) => ({ path: `materials.${id}`, fileId }))),
];

/** Makes sure that a form names nobody else's files. */
@Injectable()
export class UploadCheck {
  constructor(private readonly shelf: FileShelf) {}

  /** Nothing, or `field-invalid` with every field that names a file which none of the owners has. */
  async problem(ownerIds: readonly string[], definition: ServiceDefinition, uploads: Uploads): Promise<Result<undefined>> {
    const named = filesNamed(definition, uploads);
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    const owned = new Set((await this.shelf.describe(ownerIds, named.map(({ fileId }) => fileId).filter((id) => isId.test(id)))).map(({ id }) => id));
    const missing = [...new Set(named.filter(({ fileId }) => !owned.has(fileId)).map(({ path }) => path))];
    if (missing.length === 0) return ok(undefined);
    return refuse('field-invalid', { fields: missing.map((path): FieldIssue => ({ path, code: 'file-unknown', message: '图片没有上传成功或已失效，请重新上传。' })) });
  }
}
