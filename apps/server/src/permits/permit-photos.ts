import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { z } from 'zod';
import { toExchangeDocument } from '../accounts/document-types';
import { Residents } from '../accounts/residents';
import { PhotoClient } from '../exchange/photo.client';
import { FileShelf } from '../files/file-shelf';
import { Database } from '../platform/database/database';
import { OutboxTask } from '../platform/outbox/outbox-task';
import { Storage } from '../platform/storage/storage';
import type { PermitRow } from './permit-row';

export const KEEP_PHOTO_TASK = 'permits.keep-photo';

const Job = z.object({ holderId: z.uuid(), permitId: z.uuid(), uploaded: z.object({ ownerId: z.uuid(), fileId: z.uuid() }).optional() });
type Job = z.infer<typeof Job>;

const PORTRAIT = { width: 358, height: 441, fit: 'cover' } as const;

/** Portraits on permits: the one uploaded with the application, else the one on record, fetched once and kept encrypted. */
@Injectable()
export class PermitPhotos {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly residents: Residents,
    private readonly records: PhotoClient,
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
      await this.keep(job, uploaded);
      return;
    }
    const { answered } = await this.keepFromRecords(job);
    if (!answered) throw new Error('the photo records did not answer');
  }

  private async keepFromRecords(job: Job): Promise<{ readonly answered: boolean; readonly photo?: Buffer }> {
    const holder = await this.residents.find(job.holderId);
    if (!holder) return { answered: true };
    const answer = await this.records.query({ purpose: '居住证照片', idNumber: holder.idNumber, documentType: toExchangeDocument(holder.documentType) });
    if (!answer.ok) return { answered: false };
    if (answer.value.kind !== 'found') return { answered: true };
    return { answered: true, photo: await this.keep(job, Buffer.from(answer.value.data.jpegBase64, 'base64')) };
  }

  /** Decodes and encodes anew, so that nothing but pixels is kept. */
  private async keep({ holderId, permitId }: Job, bytes: Buffer): Promise<Buffer> {
    const photo = await sharp(bytes, { failOn: 'error', limitInputPixels: 40_000_000 }).rotate().resize(PORTRAIT).jpeg({ quality: 86, mozjpeg: true }).toBuffer();
    const key = `permits/${holderId}/${permitId}`;
    await this.storage.put(key, photo);
    await this.database.query('UPDATE permits SET photo_key = $3 WHERE holder_id = $1 AND permit_id = $2', [holderId, permitId, key]);
    return photo;
  }
}
