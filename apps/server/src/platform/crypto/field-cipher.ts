import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config, type FieldKey } from '../../config/config';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where an encrypted value belongs. It is authenticated with it, so that a value copied to another row or column does not open. */
export interface CipherContext {
  /** `table.column` */
  readonly field: string;
  /** The row's holder (or other owner). */
  readonly owner: string;
}

/**
 * AES-256-GCM for one field or file (NIST SP 800-38D), random 96-bit nonce.
 * Sealed bytes: length of the key id, key id, nonce, tag, ciphertext.
 */
@Injectable()
export class FieldCipher {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: FieldKey;

  constructor(config: Config) {
    this.keys = new Map(config.env.FIELD_KEYS.map(({ id, key }) => [id, key]));
    this.current = config.env.FIELD_KEYS[0];
  }

  sealBytes(context: CipherContext, plain: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.current.key, nonce).setAAD(additionalData(context));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    const keyId = Buffer.from(this.current.id);
    return Buffer.concat([Buffer.of(keyId.length), keyId, nonce, cipher.getAuthTag(), body]);
  }

  /** @throws when the bytes were changed, moved to another place, or sealed under a key that is not configured: a fault, never a user's doing */
  openBytes(context: CipherContext, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const start = 1 + (bytes[0] ?? 0);
    const key = this.keys.get(bytes.toString('utf8', 1, start));
    if (!key || bytes.length < start + NONCE_BYTES + TAG_BYTES) throw new Error(`sealed value of ${context.field} has no known key`);
    const nonce = bytes.subarray(start, start + NONCE_BYTES);
    const tag = bytes.subarray(start + NONCE_BYTES, start + NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(additionalData(context)).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(start + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  }

  seal(context: CipherContext, plain: string): Buffer {
    return this.sealBytes(context, Buffer.from(plain));
  }

  open(context: CipherContext, sealed: Uint8Array): string {
    return this.openBytes(context, sealed).toString('utf8');
  }
}

const additionalData = ({ field, owner }: CipherContext): Buffer => Buffer.from(`${field}\n${owner}`);
