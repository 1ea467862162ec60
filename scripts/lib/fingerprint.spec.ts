import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';

describe('the fingerprint of a target’s inputs', () => {
  let folder: string;
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-fingerprint-'));
    write('src/a.ts', 'one');
    write('src/deep/b.ts', 'two');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the same while nothing changes, and after a mere touch', () => {
    const before = fingerprint([folder]);
    utimesSync(path.join(folder, 'src/a.ts'), 1, 1);
    expect(fingerprint([folder], before).hash).toBe(before.hash);
  });

  it('changes with a content of the same length, a new file, a removed file and a new name', () => {
    const before = fingerprint([folder]);
    const hashes = new Set([before.hash]);
    write('src/a.ts', 'eno');
    utimesSync(path.join(folder, 'src/a.ts'), 1, 1);
    hashes.add(fingerprint([folder], before).hash);
    write('src/c.ts', '');
    hashes.add(fingerprint([folder], before).hash);
    rmSync(path.join(folder, 'src/deep/b.ts'));
    hashes.add(fingerprint([folder], before).hash);
    write('src/d.ts', 'two');
    hashes.add(fingerprint([folder], before).hash);
    expect(hashes.size).toBe(5);
  });

  it('does not look at what is made, installed or left out', () => {
    const wanted = (file: string) => !file.endsWith('.spec.ts');
    const before = fingerprint([folder], undefined, wanted).hash;
    write('dist/a.js', 'made');
    write('node_modules/x/index.js', 'installed');
    write('src/a.spec.ts', 'a spec');
    expect(fingerprint([folder, path.join(folder, 'missing')], undefined, wanted).hash).toBe(before);
  });

  it('is kept in a stamp, and a damaged stamp counts as none', () => {
    const stamp = path.join(folder, 'stamps', 'a.json');
    const value = fingerprint([folder]);
    writeStamp(stamp, value);
    expect(readStamp(stamp)).toEqual(value);
    writeFileSync(stamp, '{"hash":');
    expect(readStamp(stamp)).toBeUndefined();
    expect(readStamp(path.join(folder, 'none'))).toBeUndefined();
  });
});
