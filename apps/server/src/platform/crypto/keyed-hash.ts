import { createHash, createHmac, hkdfSync, type BinaryLike } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';

/**
 * HMAC-SHA256 under keys derived from BLIND_INDEX_KEY, one for each purpose (HKDF, RFC 5869).
 * A blind index lets an encrypted id number or phone be found without being read.
 */
@Injectable()
export class KeyedHash {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly config: Config) {}

  /** @param purpose such as `id-number`: equal values under different purposes cannot be joined */
  of(purpose: string, value: BinaryLike): Buffer {
    return createHmac('sha256', this.keyFor(purpose)).update(value).digest();
  }

  private keyFor(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.config.env.BLIND_INDEX_KEY, '', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }
}

/** SHA-256 (FIPS 180-4), 32 bytes. */
export const sha256 = (value: BinaryLike): Buffer => createHash('sha256').update(value).digest();
