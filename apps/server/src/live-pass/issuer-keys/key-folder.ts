import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isNativeError } from 'node:util/types';
import { readKeyFile, writeKeyFile, type KeptKey } from './key-file';

const FILE = /^issuer-\d+\.json$/;
const DRAFT = /^draft-/;
const FORGOTTEN_DRAFT_MS = 3_600_000;

/** Something in the folder that is no issuer key, or one key twice. Told by name only. */
class BadKeyFolder extends Error {}

const isErrno = (error: unknown, code: string): boolean => isNativeError(error) && 'code' in error && error.code === code;

/** The folder with the issuer's keys, one in a file of mode 600. What it writes appears whole or not at all. */
export class KeyFolder {
  constructor(private readonly folder: string) {}

  /**
   * Every key; the folder is made where there is none.
   * @throws BadKeyFolder, or what the file system says
   */
  read(): KeptKey[] {
    makeFolder(this.folder);
    const keys = readdirSync(this.folder).filter((name) => FILE.test(name)).map((name) => this.readOne(name));
    if (new Set(keys.map(({ kid }) => kid)).size !== keys.length) throw new BadKeyFolder('ISSUER_KEY_DIR holds the same kid twice');
    return keys;
  }

  /** @returns whether it is new: of two that add the same kid at once, one does */
  add(key: KeptKey): boolean {
    return this.drafted(key, (draft) => {
      try {
        linkSync(draft, this.fileOf(key.kid));
        return true;
      } catch (error) {
        if (isErrno(error, 'EEXIST')) return false;
        throw error;
      }
    });
  }

  /** Leaves of a key only what verifies. */
  wipe({ secretKey: _, ...key }: KeptKey): void {
    this.drafted(key, (draft) => renameSync(draft, this.fileOf(key.kid)));
  }

  /** Removes what a process left that ended while it wrote. */
  sweep(now: number): void {
    for (const name of readdirSync(this.folder).filter((file) => DRAFT.test(file))) {
      const draft = path.join(this.folder, name);
      if (now - (statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? now) > FORGOTTEN_DRAFT_MS) rmSync(draft, { force: true });
    }
  }

  /** Kids of files that others than their owner can read. */
  exposed(keys: readonly KeptKey[]): number[] {
    return keys.filter(({ kid, secretKey }) => secretKey && (statSync(this.fileOf(kid)).mode & 0o077) !== 0).map(({ kid }) => kid);
  }

  private readOne(name: string): KeptKey {
    const key = readKeyFile(readFileSync(path.join(this.folder, name), 'utf8'));
    if (!key || name !== path.basename(this.fileOf(key.kid))) throw new BadKeyFolder(`${name} in ISSUER_KEY_DIR is no issuer key`);
    return key;
  }

  private fileOf(kid: number): string {
    return path.join(this.folder, `issuer-${kid}.json`);
  }

  private drafted<T>(key: KeptKey, use: (draft: string) => T): T {
    const draft = path.join(this.folder, `draft-${randomBytes(6).toString('hex')}`);
    try {
      writeFileSync(draft, writeKeyFile(key), { mode: 0o600, flush: true });
      return use(draft);
    } finally {
      rmSync(draft, { force: true });
    }
  }
}

/** Level by level: Node's own `recursive` tries for ever where the system allows no folder, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  }
}
