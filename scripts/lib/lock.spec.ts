import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tryLock, waitForLock } from './lock.mjs';

const MODULE = path.join(__dirname, 'lock.mjs');

describe('a lock held in a file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-lock-'));
    file = path.join(folder, 'deep', 'the.lock');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one only, who can be told from the note', () => {
    const first = tryLock(file, '8080');
    const second = tryLock(file);
    expect(first.held).toBe(true);
    expect(second).toMatchObject({ held: false, owner: { pid: process.pid, note: '8080' } });
    if (first.held) first.release();
    expect(tryLock(file).held).toBe(true);
  });

  it('counts for nothing when its holder was killed', () => {
    const program = `const { tryLock } = await import(${JSON.stringify(MODULE)}); tryLock(${JSON.stringify(file)}); process.kill(process.pid, 'SIGKILL');`;
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', program]).signal).toBe('SIGKILL');
    expect(tryLock(file).held).toBe(true);
  });

  it('counts for nothing when its number belongs to another program now, or when it cannot be read', () => {
    const held = tryLock(file);
    if (held.held) held.release();
    writeFileSync(file, JSON.stringify({ pid: process.ppid, command: 'something that ended long ago', note: '' }));
    const taken = tryLock(file);
    expect(taken.held).toBe(true);
    if (taken.held) taken.release();
    writeFileSync(file, '');
    expect(tryLock(file).held).toBe(true);
  });

  it('lets only one of many in at a time, also over a stale lock', async () => {
    writeFileSync(path.join(folder, 'many.lock'), JSON.stringify({ pid: 2 ** 22 + 1, command: 'gone', note: '' }));
    const program = `
      const { waitForLock } = await import(${JSON.stringify(MODULE)});
      const { openSync, closeSync, rmSync } = await import('node:fs');
      const inside = ${JSON.stringify(path.join(folder, 'inside'))};
      for (let turn = 0; turn < 3; turn += 1) {
        const release = await waitForLock(${JSON.stringify(path.join(folder, 'many.lock'))}, () => {});
        closeSync(openSync(inside, 'wx'));
        await new Promise((resolve) => setTimeout(resolve, 15));
        rmSync(inside);
        release();
      }`;
    const codes = await Promise.all(
      Array.from({ length: 4 }, () => new Promise((resolve) => spawn(process.execPath, ['--input-type=module', '-e', program]).once('close', resolve))),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
  });

  it('tells once that it is waiting, and goes on when it is free', async () => {
    const first = tryLock(file);
    const told: number[] = [];
    const waiting = waitForLock(file, (owner) => told.push(owner.pid));
    await new Promise((resolve) => setTimeout(resolve, 450));
    if (first.held) first.release();
    (await waiting)();
    expect(told).toEqual([process.pid]);
  });
});
