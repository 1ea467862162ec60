import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeKeys } from './make-keys';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-make-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes new keys for the fields and the first one of the issuer', () => {
  const target = path.join(folder, 'a', 'issuer');
  const { done, settings, told } = makeKeys([target]);
  expect(done).toBe(true);
  const lines = new Map(settings.trimEnd().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  expect([...lines.keys()]).toEqual(['FIELD_KEYS', 'BLIND_INDEX_KEY', 'ISSUER_KEY_DIR']);
  expect(lines.get('FIELD_KEYS')).toMatch(/^k1:/);
  for (const key of [lines.get('FIELD_KEYS')!.slice(3), lines.get('BLIND_INDEX_KEY')!]) expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(lines.get('ISSUER_KEY_DIR')).toBe(target);
  expect(readdirSync(target)).toEqual(['issuer-1.json']);
  expect(told).toContain('签发密钥编号 1');
  expect(makeKeys([target]).settings).not.toBe(settings);
  expect(readdirSync(target)).toEqual(['issuer-1.json']);
});

it.each([[[]], [['']], [['  ']], [['--help']], [['-h']], [['one', 'two']]])('shows how to use it for %j, and writes nothing', (args) => {
  const here = readdirSync('.');
  expect(makeKeys(args)).toEqual({ done: false, settings: '', told: expect.stringContaining('用法') as string });
  expect(readdirSync('.')).toEqual(here);
});

it('says what stands in the way when the path is a file, or leads through one', () => {
  const file = path.join(folder, 'notes.txt');
  writeFileSync(file, '');
  for (const target of [file, path.join(file, 'issuer')]) {
    expect(makeKeys([target])).toEqual({ done: false, settings: '', told: `不能在 ${target} 存放签发私钥：它或它的上级不是文件夹。` });
  }
});

it('says that the folder holds something else', () => {
  writeFileSync(path.join(folder, 'issuer-1.json'), '{}');
  expect(makeKeys([folder]).told).toBe(`不能在 ${folder} 存放签发私钥：其中的文件不是签发私钥，或者没有用于签发的。`);
});

it('ends where the system allows no folder', () => {
  const nowhere = path.join('/proc', 'nope', 'issuer');
  expect(makeKeys([nowhere])).toMatchObject({ done: false, settings: '', told: expect.stringContaining(`不能在 ${nowhere}`) as string });
});
