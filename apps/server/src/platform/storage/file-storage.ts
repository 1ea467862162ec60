import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FieldCipher } from '../crypto/field-cipher';
import { checkedKey, cipherContext, Storage } from './storage';

const isMissing = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** Encrypted files below one folder; a file appears under its name only when it is whole and on the disk. */
export class FileStorage extends Storage {
  constructor(
    private readonly folder: string,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const target = this.pathOf(key);
    const draft = `${target}.${randomBytes(6).toString('hex')}.part`;
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(this.cipher.sealBytes(cipherContext(key), bytes));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async get(key: string): Promise<Buffer | undefined> {
    try {
      return this.cipher.openBytes(cipherContext(key), await readFile(this.pathOf(key)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    return path.join(this.folder, `${checkedKey(key)}.sealed`);
  }
}
