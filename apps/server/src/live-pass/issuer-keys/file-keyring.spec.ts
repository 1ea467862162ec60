import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { FixedClock } from '../../platform/clock/clock';
import { FileKeyring } from './file-keyring';
import { KeyFolder } from './key-folder';
import { rotate } from './rotation';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-22T02:00:00Z');

let folder: string;
let clock: FixedClock;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-keys-'));
  clock = new FixedClock(START);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const keyring = (makeFirst = false): FileKeyring => new FileKeyring(folder, makeFirst, clock);
const write = (kid: number, more: object = {}): void =>
  writeFileSync(path.join(folder, `issuer-${kid}.json`), JSON.stringify({ kid, algorithm: -8, secretKey: Buffer.alloc(32, kid).toString('base64url'), ...more }));
const rotated = (atOnce = false) => rotate(new KeyFolder(folder), clock.now(), atOnce);
const kidsOf = (ring: FileKeyring): number[] => [...ring.published.keys()].sort();
const hasSecret = (kid: number): boolean => readFileSync(path.join(folder, `issuer-${kid}.json`), 'utf8').includes('secretKey');

it('makes the first key in development, once, readable by nobody else', () => {
  const [first, second] = [keyring(true), keyring(true)];
  expect(second.current).toEqual(first.current);
  expect(readdirSync(folder)).toEqual(['issuer-1.json']);
  expect(statSync(path.join(folder, 'issuer-1.json')).mode & 0o077).toBe(0);
});

it('asks for a key in production', () => {
  expect(() => keyring()).toThrow('ISSUER_KEY_DIR');
  expect(readdirSync(folder)).toEqual([]);
});

it.each([[{ kid: 70_000 }], [{ secretKey: 'c2hvcnQ' }], [{ algorithm: -7 }], [{ use: 'verify' }], [{ kid: 2 }], [{ signsFrom: 'soon' }]])('names a file that is no key: %j', (change) => {
  write(1, change);
  expect(() => keyring()).toThrow('issuer-1.json');
});

describe('a rotation', () => {
  it('announces the new key a day ahead, signs with it without a restart, and ends the old one two days later', () => {
    const ring = keyring(true);
    expect(rotated()).toMatchObject({ done: true, key: { kid: 2, signsFrom: START + 25 * HOUR }, withdrawn: [] });
    clock.advance(60_000);
    expect([ring.current.kid, kidsOf(ring)]).toEqual([1, [1, 2]]);
    clock.moveTo(START + 25 * HOUR - 1);
    expect(ring.current.kid).toBe(1);
    clock.advance(1);
    expect([ring.current.kid, kidsOf(ring)]).toEqual([2, [1, 2]]);
    clock.moveTo(START + 73 * HOUR - 1);
    expect([kidsOf(ring), hasSecret(1)]).toEqual([[1, 2], true]);
    clock.advance(1);
    expect(kidsOf(ring)).toEqual([2]);
    clock.advance(60_000);
    expect([kidsOf(ring), hasSecret(1), hasSecret(2)]).toEqual([[2], false, true]);
    expect([...ring.publishedAt(START + 60 * HOUR).keys()]).toEqual([1, 2]);
    expect(kidsOf(keyring())).toEqual([2]);
  });

  it('is not begun again while one is on its way', () => {
    keyring(true);
    expect([rotated(), rotated()]).toMatchObject([{ done: true }, { done: false, why: 'announced', kid: 2 }]);
    clock.advance(26 * HOUR);
    expect(rotated()).toMatchObject({ done: true, key: { kid: 3 } });
    expect(kidsOf(keyring())).toEqual([1, 2, 3]);
  });

  it('of two at once, one adds its key', () => {
    keyring(true);
    const [one, two] = [new KeyFolder(folder), new KeyFolder(folder)];
    const before = two.read();
    expect(rotate(one, clock.now(), false).done).toBe(true);
    jest.spyOn(two, 'read').mockReturnValueOnce(before);
    expect(rotate(two, clock.now(), false)).toEqual({ done: false, why: 'somebody-else-rotated' });
    expect(readdirSync(folder).sort()).toEqual(['issuer-1.json', 'issuer-2.json']);
  });

  it('that fails in the middle changes nothing, and leaves nothing behind', () => {
    keyring(true);
    const failing = new KeyFolder(folder);
    jest.spyOn(failing, 'add').mockImplementation(() => {
      writeFileSync(path.join(folder, 'draft-0123456789ab'), 'half a ke');
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    expect(() => rotate(failing, clock.now(), false)).toThrow('no space');
    expect(keyring().current.kid).toBe(1);
    expect(rotated()).toMatchObject({ done: true, key: { kid: 2 } });
    clock.moveTo(Date.now() + 2 * HOUR);
    rotated();
    expect(readdirSync(folder).some((name) => name.startsWith('draft-'))).toBe(false);
  });

  it('at once: the new key signs, and the old ones are trusted no more, not even for the past', () => {
    const ring = keyring(true);
    expect(rotated().done).toBe(true);
    expect(rotated(true)).toMatchObject({ done: true, key: { kid: 3 }, withdrawn: [1, 2] });
    clock.advance(30_000);
    expect([ring.current.kid, kidsOf(ring), [...ring.publishedAt(START - HOUR).keys()]]).toEqual([3, [3], [3]]);
    expect([hasSecret(1), hasSecret(2), hasSecret(3)]).toEqual([false, false, true]);
  });

  it('needs a first key, and a kid that is free', () => {
    expect(rotated()).toEqual({ done: false, why: 'no-keys' });
    write(65_535);
    expect(rotated()).toEqual({ done: false, why: 'kids-used-up' });
  });
});

it('keeps to the keys that it has when the folder is damaged, says so once, and takes it up when it is whole', () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const ring = keyring(true);
  write(2, { secretKey: 'short' });
  for (let minute = 0; minute < 3; minute += 1) {
    clock.advance(60_000);
    expect([ring.current.kid, kidsOf(ring)]).toEqual([1, [1]]);
  }
  expect(logged).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(logged.mock.calls)).not.toContain('short');
  rmSync(folder, { recursive: true });
  clock.advance(60_000);
  expect(ring.current.kid).toBe(1);
  write(2);
  clock.advance(60_000);
  expect(ring.current.kid).toBe(2);
});

it('signs with what there is when the clock was set back before the first key', () => {
  keyring(true);
  rotated(true);
  clock.moveTo(START - 100 * HOUR);
  expect(keyring().current.kid).toBe(2);
});
