import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { IssuerKey, IssuerKeys } from '@yuezheng/live-pass';
import type { Clock } from '../../platform/clock/clock';
import { withoutValues } from '../../platform/logging/without-values';
import { IssuerKeyring } from '../issuer-keyring';
import { newKey, type KeptKey } from './key-file';
import { KeyFolder } from './key-folder';
import { publishedAt, signingAt, timesOf } from './key-times';

const READ_EVERY_MS = 30_000;
const FIRST_KID = 1;

/** Issuer keys in files, read again twice a minute: a rotation needs no restart. */
export class FileKeyring extends IssuerKeyring {
  private readonly log = new Logger('issuer-keys');
  private readonly folder: KeyFolder;
  private keys: readonly KeptKey[];
  private readAt: number;
  private complaint: string | undefined;
  private tellRead: () => void = () => undefined;

  /**
   * @param makeFirst in development: makes the first key where there is none
   * @throws when the folder holds no key that signs, or something else
   */
  constructor(folder: string, makeFirst: boolean, private readonly clock: Pick<Clock, 'now'>) {
    super();
    this.folder = new KeyFolder(folder);
    const found = this.folder.read();
    this.keys = found.length === 0 && makeFirst ? makeFirstKey(this.folder) : found;
    this.readAt = clock.now();
    if (!signingAt(this.keys, this.readAt)) throw new Error('ISSUER_KEY_DIR holds no issuer-<kid>.json that signs');
  }

  get current(): IssuerKey {
    const key = signingAt(this.fresh(), this.clock.now());
    if (!key) throw new Error('no issuer key signs');
    return key;
  }

  get published(): IssuerKeys {
    return this.publishedAt(this.clock.now());
  }

  publishedAt(moment: number): IssuerKeys {
    return publishedAt(this.fresh(), moment);
  }

  onRead(listener: () => void): void {
    this.tellRead = listener;
  }

  private fresh(): readonly KeptKey[] {
    const now = this.clock.now();
    if (Math.abs(now - this.readAt) < READ_EVERY_MS) return this.keys;
    this.readAt = now;
    try {
      this.take(this.folder.read(), now);
      this.complaint = undefined;
      this.tellRead();
    } catch (error) {
      this.complain(error);
    }
    return this.keys;
  }

  private take(keys: readonly KeptKey[], now: number): void {
    const signing = signingAt(keys, now);
    if (!signing) throw new Error('ISSUER_KEY_DIR holds no issuer-<kid>.json that signs');
    this.keys = keys;
    this.folder.sweep(now);
    const over = timesOf(keys, now).filter(({ key, standing }) => key.secretKey && (standing === 'retired' || standing === 'withdrawn'));
    for (const { key } of over) this.folder.wipe(key);
  }

  /** The keys that were read last stay in force. Told once, not twice a minute. */
  private complain(error: unknown): void {
    const complaint = String(error);
    if (complaint !== this.complaint) this.log.error({ err: withoutValues(error) }, 'the issuer keys are not as they should be');
    this.complaint = complaint;
  }
}

/** Of two servers that start together one makes the key, and both read it. */
function makeFirstKey(folder: KeyFolder): readonly KeptKey[] {
  folder.add(newKey({ kid: FIRST_KID, secretKey: new Uint8Array(randomBytes(32)), signsFrom: 0, withdraws: [] }));
  return folder.read();
}
