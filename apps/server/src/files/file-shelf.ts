import { Injectable } from '@nestjs/common';
import { ok, type Result, type StoredFile } from '@yuezheng/shared-types';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { Storage } from '../platform/storage/storage';
import { photographOf, type FilePurpose } from './photograph';

export type FileSize = 'thumb' | 'full';

const MIME = 'image/jpeg';
const INSERT = {
  name: 'files-insert',
  text: `INSERT INTO files (holder_id, file_id, purpose, mime, bytes, width, height, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const DESCRIBE = {
  name: 'files-describe',
  text: `SELECT file_id AS id, mime, bytes, width, height FROM files WHERE holder_id = ANY($1::uuid[]) AND file_id = ANY($2::uuid[])`,
};

const LOOSE = {
  name: 'files-loose',
  text: `SELECT holder_id AS "ownerId", array_agg(file_id::text) AS "fileIds" FROM files WHERE kept_at IS NULL AND uploaded_at < $1 AND holder_id > $2
         GROUP BY holder_id ORDER BY holder_id LIMIT 100`,
};
const KEEP = { name: 'files-keep', text: `UPDATE files SET kept_at = $3 WHERE holder_id = $1 AND file_id = ANY($2::uuid[])` };
const DELETE = { name: 'files-delete', text: `DELETE FROM files WHERE holder_id = $1 AND file_id = $2` };

/** Files of one resident that no case has taken yet. */
export interface LooseFiles {
  readonly ownerId: string;
  readonly fileIds: readonly string[];
}

const keyOf = (ownerId: string, fileId: string, size: FileSize): string => `files/${ownerId}/${fileId}/${size}`;

/** Uploaded images, each bound to the resident who uploaded it. Bytes lie encrypted in the storage, the list in the database. */
@Injectable()
export class FileShelf {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** Refusals as of `photographOf`. The row is written last: what it names is there. */
  async keep(ownerId: string, purpose: FilePurpose, sent: Buffer): Promise<Result<StoredFile>> {
    const photograph = await photographOf(sent, purpose);
    if (!photograph.ok) return photograph;
    const { full, thumb, width, height } = photograph.value;
    const id = newId();
    await this.storage.put(keyOf(ownerId, id, 'full'), full);
    await this.storage.put(keyOf(ownerId, id, 'thumb'), thumb);
    await this.database.prepared(INSERT, [ownerId, id, purpose, MIME, full.length, width, height, this.clock.date()]);
    return ok({ id, mime: MIME, bytes: full.length, width, height });
  }

  /** What is known of those of `fileIds` that belong to one of the owners; others are left out. */
  describe(ownerIds: readonly string[], fileIds: readonly string[]): Promise<StoredFile[]> {
    return fileIds.length === 0 ? Promise.resolve([]) : this.database.prepared<StoredFile>(DESCRIBE, [ownerIds, fileIds]);
  }

  /** What was uploaded before `before` and taken by no case, of at most 100 owners after `afterOwnerId`. */
  loose(before: Date, afterOwnerId: string): Promise<LooseFiles[]> {
    return this.database.prepared<{ ownerId: string; fileIds: string[] }>(LOOSE, [before, afterOwnerId]);
  }

  /** A case has taken these: they stay as long as it does. */
  async keepForGood({ ownerId, fileIds }: LooseFiles): Promise<void> {
    if (fileIds.length > 0) await this.database.prepared(KEEP, [ownerId, fileIds, this.clock.date()]);
  }

  /** The bytes go first: what is left half done is found again by its row. */
  async discard({ ownerId, fileIds }: LooseFiles): Promise<void> {
    for (const fileId of fileIds) {
      await this.storage.delete(keyOf(ownerId, fileId, 'full'));
      await this.storage.delete(keyOf(ownerId, fileId, 'thumb'));
      await this.database.prepared(DELETE, [ownerId, fileId]);
    }
  }

  /** The JPEG, or nothing when the owner has no such file. */
  async read(ownerId: string, fileId: string, size: FileSize = 'full'): Promise<Buffer | undefined> {
    const [file] = await this.describe([ownerId], [fileId]);
    return file && this.storage.get(keyOf(ownerId, fileId, size));
  }
}
