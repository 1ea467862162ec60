import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isNativeError } from 'node:util/types';
import { z } from 'zod';
import { ALG_EDDSA, type IssuerKey, type PublicKey } from '@yuezheng/live-pass';
import { liveCrypto } from './live-crypto';
import { IssuerKeyring } from './issuer-keyring';

/** One key in `issuer-<kid>.json`, mode 600. `use`: signs, or is only published. */
const KeyFile = z.object({
  kid: z.int().min(0).max(0xffff),
  algorithm: z.literal(ALG_EDDSA),
  secretKey: z.base64url().transform((text) => new Uint8Array(Buffer.from(text, 'base64url'))).refine((key) => key.length === 32),
  use: z.enum(['sign', 'verify']),
});
type KeyFile = z.infer<typeof KeyFile>;

const FILE = /^issuer-\d+\.json$/;
const FIRST_KID = 1;

/** Issuer keys in files. Of those with use `sign` the one with the highest kid signs. */
export class FileKeyring extends IssuerKeyring {
  readonly current: IssuerKey;
  readonly published: ReadonlyMap<number, PublicKey>;

  /** @param makeFirst in development: makes the first key where there is none */
  constructor(folder: string, makeFirst: boolean) {
    super();
    const found = readFolder(folder);
    const keys = found.length === 0 && makeFirst ? makeKey(folder) : found;
    const signing = keys.filter(({ use }) => use === 'sign').sort((a, b) => b.kid - a.kid)[0];
    if (!signing) throw new Error('ISSUER_KEY_DIR holds no issuer-<kid>.json that signs');
    this.current = { kid: signing.kid, alg: signing.algorithm, secretKey: signing.secretKey };
    this.published = new Map(keys.map(({ kid, algorithm, secretKey }) => [kid, { alg: algorithm, publicKey: liveCrypto.generateKeyPair(algorithm, secretKey).publicKey }]));
    if (this.published.size !== keys.length) throw new Error('ISSUER_KEY_DIR holds the same kid twice');
  }
}

function readFolder(folder: string): KeyFile[] {
  makeFolder(folder);
  return readdirSync(folder).filter((name) => FILE.test(name)).map((name) => readKey(path.join(folder, name)));
}

/** Level by level: Node's own `recursive` tries for ever where the system allows no folder, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  unlessThere(() => mkdirSync(folder, { mode: 0o700 }));
}

/** Of two servers that start together, one finds what the other made. */
function unlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (!(isNativeError(error) && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function readKey(file: string): KeyFile {
  const parsed = KeyFile.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${path.basename(file)} in ISSUER_KEY_DIR is no issuer key`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A link appears whole or not at all, and only once: of two servers that start together one makes the key. */
function makeKey(folder: string): KeyFile[] {
  const draft = path.join(folder, `draft-${randomBytes(6).toString('hex')}`);
  const target = path.join(folder, `issuer-${FIRST_KID}.json`);
  const key = { kid: FIRST_KID, algorithm: ALG_EDDSA, secretKey: randomBytes(32).toString('base64url'), use: 'sign' };
  writeFileSync(draft, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 });
  try {
    unlessThere(() => linkSync(draft, target));
  } finally {
    rmSync(draft, { force: true });
  }
  return readFolder(folder);
}
