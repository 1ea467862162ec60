import { Injectable, Logger } from '@nestjs/common';
import sharp from 'sharp';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { toExchangeDocument } from '../accounts/document-types';
import { Residents } from '../accounts/residents';
import { PhotoClient } from '../exchange/photo.client';

const PORTRAIT = { width: 358, height: 441, fit: 'cover' } as const;

/** A portrait of the size that a permit carries, as JPEG. Decodes and encodes anew, so that nothing but pixels is kept. */
export const developPortrait = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes, { failOn: 'error', limitInputPixels: 40_000_000 }).rotate().resize(PORTRAIT).jpeg({ quality: 86, mozjpeg: true }).toBuffer();

/** The portrait that the population register holds of a resident. */
@Injectable()
export class PortraitOnRecord {
  private readonly log = new Logger('portraits');

  constructor(
    private readonly residents: Residents,
    private readonly records: PhotoClient,
  ) {}

  /**
   * @param purpose kept by the exchange with the query
   * @returns a JPEG of 358 × 441 pixels, nothing where there is none, or `outside-system-down`
   */
  async of(holderId: string, purpose: string): Promise<Result<Buffer | undefined>> {
    const holder = await this.residents.find(holderId);
    if (!holder) return ok(undefined);
    const answer = await this.records.query({ purpose, idNumber: holder.idNumber, documentType: toExchangeDocument(holder.documentType) });
    if (!answer.ok) return answer;
    return answer.value.kind === 'found' ? this.develop(answer.value.data.jpegBase64) : ok(undefined);
  }

  /** What is no picture is no answer: the register is down for us, and whoever can goes on without a portrait. */
  private async develop(jpegBase64: string): Promise<Result<Buffer>> {
    try {
      return ok(await developPortrait(Buffer.from(jpegBase64, 'base64')));
    } catch {
      this.log.warn('the register sent a portrait that is no picture');
      return refuse('outside-system-down');
    }
  }
}
