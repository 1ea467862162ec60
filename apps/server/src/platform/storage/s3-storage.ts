import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { FieldCipher } from '../crypto/field-cipher';
import { checkedKey, cipherContext, Storage } from './storage';

export interface S3Place {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Encrypted objects in a bucket of any S3-compatible service. */
export class S3Storage extends Storage {
  private readonly client: S3Client;

  constructor(
    private readonly place: S3Place,
    private readonly cipher: FieldCipher,
  ) {
    super();
    const { endpoint, region, accessKeyId, secretAccessKey } = place;
    this.client = new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: 3,
      // Checksums by default are Amazon's own: other services refuse them. GCM's tag already tells a damaged object.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.client.send(new PutObjectCommand({ ...this.at(key), Body: this.cipher.sealBytes(cipherContext(key), bytes) }));
  }

  async get(key: string): Promise<Buffer | undefined> {
    try {
      const answer = await this.client.send(new GetObjectCommand(this.at(key)));
      const sealed = await answer.Body?.transformToByteArray();
      return sealed && this.cipher.openBytes(cipherContext(key), sealed);
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key)));
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.place.bucket, Key: checkedKey(key) };
  }
}
