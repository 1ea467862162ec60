import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { testConfig } from '../../../test/app';
import { FieldCipher } from '../crypto/field-cipher';
import { FileStorage } from './file-storage';

describe('FileStorage', () => {
  let folder: string;
  let storage: FileStorage;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-files-'));
    storage = new FileStorage(path.join(folder, 'files'), new FieldCipher(testConfig({ DATABASE_URL: 'postgres://u:p@127.0.0.1/x', DATA_DIR: folder })));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was put, replaces, and deletes', async () => {
    await storage.put('photos/a', Buffer.from('first'));
    await storage.put('photos/a', Buffer.from('second'));
    expect((await storage.get('photos/a'))?.toString()).toBe('second');
    await storage.delete('photos/a');
    await storage.delete('photos/a');
    expect(await storage.get('photos/a')).toBeUndefined();
  });

  it('leaves neither clear text nor drafts on the disk', async () => {
    await Promise.all(Array.from({ length: 5 }, () => storage.put('photos/a', Buffer.from('林晓岚'))));
    const files = readdirSync(path.join(folder, 'files/photos'));
    expect(files).toEqual(['a.sealed']);
    expect(readFileSync(path.join(folder, 'files/photos/a.sealed')).includes(Buffer.from('林晓岚'))).toBe(false);
  });

  it('does not open a file under another name', async () => {
    await storage.put('photos/a', Buffer.from('x'));
    renameSync(path.join(folder, 'files/photos/a.sealed'), path.join(folder, 'files/photos/b.sealed'));
    await expect(storage.get('photos/b')).rejects.toThrow();
  });

  it.each(['../a', '/a', 'a/../b', 'A', '', 'a//b'])('refuses the key %p', async (key) => {
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('storage keys');
  });
});
