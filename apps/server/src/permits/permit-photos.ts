import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { FileShelf } from '../files/file-shelf';
import { Database } from '../platform/database/database';
import { OutboxTask } from '../platform/outbox/outbox-task';
import { Storage } from '../platform/storage/storage';
import type { PermitRow } from './permit-row';
import { developPortrait, PortraitOnRecord } from './portrait-on-record';

export const KEEP_PHOTO_TASK = 'permits.keep-photo';

const Job = z.object({ holderId: z.uuid(), permitId: z.uuid(), uploaded: z.object({ ownerId: z.uuid(), fileId: z.uuid() }).optional() });
type Job = z.infer<typeof Job>;

/** Portraits on permits: the one uploaded with the application, else the one on record, fetched once and kept encrypted. */
@Injectable()
export class PermitPhotos {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly records: PortraitOnRecord,
    private readonly shelf: FileShelf,
  ) {}

  /** JPEG, or nothing when there is none anywhere or the records do not answer now. */
  async of({ holderId, permitId, photoKey }: Pick<PermitRow, 'holderId' | 'permitId' | 'photoKey'>): Promise<Buffer | undefined> {
    return photoKey ? this.storage.get(photoKey) : (await this.keepFromRecords({ holderId, permitId })).photo;
  }

  @OutboxTask(KEEP_PHOTO_TASK)
  async keepLater(payload: unknown): Promise<void> {
    const job = Job.parse(payload);
    const uploaded = job.uploaded && (await this.shelf.read(job.uploaded.ownerId, job.uploaded.fileId));
    if (uploaded) {
      await this.keep(job, await developPortrait(uploaded));
      return;
    }
    const { answered } = await this.keepFromRecords(job);
    if (!answered) throw new Error('the photo records did not answer');
  }

  private async keepFromRecords(job: Job): Promise<{ readonly answered: boolean; readonly photo?: Buffer }> {
    const portrait = await this.records.of(job.holderId, '居住证照片');
    if (!portrait.ok) return { answered: false };
    return { answered: true, ...(portrait.value && { photo: await this.keep(job, portrait.value) }) };
  }

  private async keep({ holderId, permitId }: Job, photo: Buffer): Promise<Buffer> {
    const key = `permits/${holderId}/${permitId}`;
    await this.storage.put(key, photo);
    await this.database.query('UPDATE permits SET photo_key = $3 WHERE holder_id = $1 AND permit_id = $2', [holderId, permitId, key]);
    return photo;
  }
}
