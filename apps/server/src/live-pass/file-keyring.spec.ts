import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FileKeyring } from './file-keyring';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (kid: number, use: string, more: object = {}): void =>
  writeFileSync(path.join(folder, `issuer-${kid}.json`), JSON.stringify({ kid, algorithm: -8, secretKey: Buffer.alloc(32, kid).toString('base64url'), use, ...more }));

it('makes the first key in development, once, readable by nobody else', () => {
  const first = new FileKeyring(folder, true);
  const second = new FileKeyring(folder, true);
  expect(second.current).toEqual(first.current);
  expect(readdirSync(folder)).toEqual(['issuer-1.json']);
  expect(statSync(path.join(folder, 'issuer-1.json')).mode & 0o077).toBe(0);
});

it('asks for a key in production', () => {
  expect(() => new FileKeyring(folder, false)).toThrow('ISSUER_KEY_DIR');
  expect(readdirSync(folder)).toEqual([]);
});

it('rotates: a key is published before it signs, and after', () => {
  write(1, 'sign');
  write(2, 'verify');
  expect(new FileKeyring(folder, false).current.kid).toBe(1);
  write(2, 'sign');
  const rotated = new FileKeyring(folder, false);
  expect(rotated.current.kid).toBe(2);
  expect([...rotated.published.keys()].sort()).toEqual([1, 2]);
});

it.each([[{ kid: 70_000 }], [{ secretKey: 'c2hvcnQ' }], [{ algorithm: -7 }]])('names a file that is no key: %j', (change) => {
  write(1, 'sign', change);
  expect(() => new FileKeyring(folder, false)).toThrow('issuer-1.json');
});
