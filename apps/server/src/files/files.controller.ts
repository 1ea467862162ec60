import { Controller } from '@nestjs/common';
import { getFile, ok, refuse, uploadFile, type Result, type RouteInput, type StoredFile } from '@yuezheng/shared-types';
import type { ResidentCaller } from '../platform/auth/caller';
import { requireVerified } from '../platform/auth/guards';
import { Endpoint, Input, Resident, Upload, type Binary } from '../platform/http/endpoint';
import type { UploadedFile } from '../platform/http/request';
import { FileShelf } from './file-shelf';

/** A resident's own uploads. */
@Controller()
export class FilesController {
  constructor(private readonly shelf: FileShelf) {}

  @Endpoint(uploadFile)
  async upload(@Input() { query }: RouteInput<typeof uploadFile>, @Upload() file: UploadedFile, @Resident() caller: ResidentCaller): Promise<Result<StoredFile>> {
    const owner = requireVerified(caller);
    return owner.ok ? this.shelf.keep(owner.value, query.purpose, file.bytes) : owner;
  }

  @Endpoint(getFile)
  async read(@Input() { params, query }: RouteInput<typeof getFile>, @Resident() caller: ResidentCaller): Promise<Result<Binary>> {
    const bytes = caller.residentId && (await this.shelf.read(caller.residentId, params.fileId, query.size));
    return bytes ? ok({ bytes, mime: 'image/jpeg' }) : refuse('not-found');
  }
}
