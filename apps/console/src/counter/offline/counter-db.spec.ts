import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { counterDb } from './counter-db';

it('drops trust of the old shape at an upgrade, and neither a use nor what was seen', async () => {
  const old = await openDB('yuezheng-counter', 1, {
    upgrade(db) {
      db.createObjectStore('trust');
      db.createObjectStore('seen');
      db.createObjectStore('uses', { keyPath: 'id' }).createIndex('staffId', 'staffId');
      db.createObjectStore('doubles', { keyPath: 'id' }).createIndex('staffId', 'staffId');
    },
  });
  await old.put('trust', { keySet: 'x', statusList: 'y' }, 'present');
  await old.put('seen', 5, 'a code');
  await old.put('uses', { id: 'one', staffId: 'clerk' });
  await old.put('doubles', { id: 'two', staffId: 'clerk' });
  old.close();
  const db = await counterDb();
  expect(await db.get('trust', 'present')).toBeUndefined();
  expect(await db.get('seen', 'a code')).toBe(5);
  expect(await db.getAllFromIndex('uses', 'staffId', 'clerk')).toHaveLength(1);
  expect(await db.getAllFromIndex('doubles', 'staffId', 'clerk')).toHaveLength(1);
  expect(await db.get('clerk', 'present')).toBeUndefined();
});
