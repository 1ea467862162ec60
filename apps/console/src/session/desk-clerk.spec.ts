/** @jest-environment jsdom */
import '../testing/node-globals';
import 'fake-indexeddb/auto';
import { waitFor } from '@testing-library/react';
import { isOfflineIdentity, sessionStore } from '../api/session-store';
import { counterDb } from '../counter/offline/counter-db';
import { sampleSession } from '../testing/sample-session';
import { deskClerk, followDeskClerk, offlineSession } from './desk-clerk';

const clerk = sampleSession({ name: '何嘉敏', roles: ['clerk', 'reviewer'] });
let stop: () => void;
const nameKept = async () => (await deskClerk())?.staff.name;
const isKept = (name: string | undefined) => waitFor(async () => expect(await nameKept()).toBe(name));
/** That somebody is kept may also be so because nothing has happened yet: the store is looked at several times. */
const staysKept = async (name: string) => {
  for (let look = 0; look < 5; look += 1) expect(await nameKept()).toBe(name);
};

beforeEach(async () => {
  sessionStore.end('person');
  await (await counterDb()).clear('clerk');
  stop = followDeskClerk();
});
afterEach(() => stop());

it('keeps the clerk from log-in, without the token, until log-out', async () => {
  sessionStore.start(clerk);
  await isKept('何嘉敏');
  expect(JSON.stringify(await deskClerk())).not.toContain('"token"');
  sessionStore.end('person');
  await isKept(undefined);
});

it('forgets the clerk whose session the server ended', async () => {
  sessionStore.start(clerk);
  await isKept('何嘉敏');
  sessionStore.end('server');
  await isKept(undefined);
});

it('replaces the clerk by the next, and keeps nobody who works at no counter', async () => {
  sessionStore.start(clerk);
  await isKept('何嘉敏');
  sessionStore.start(sampleSession({ id: '00000000-0000-4000-8000-00000000000a', name: '吴建辉', roles: ['clerk'] }));
  await isKept('吴建辉');
  sessionStore.start(sampleSession({ name: '陈志远', roles: ['reviewer'] }));
  sessionStore.end('person');
  await staysKept('吴建辉');
});

it('lets the clerk go on without a network for a shift, as a clerk only, and outlives the way to the log-in', async () => {
  sessionStore.start(clerk);
  await isKept('何嘉敏');
  const kept = await deskClerk();
  if (kept === undefined) throw new Error('nobody is kept');
  expect(await deskClerk(kept.until)).toBeUndefined();
  expect(await deskClerk(kept.since - 1)).toBeUndefined();
  sessionStore.start(offlineSession(kept));
  expect(isOfflineIdentity(sessionStore.current())).toBe(true);
  expect(sessionStore.current()?.staff.roles).toEqual(['clerk']);
  sessionStore.end('log-in');
  await staysKept('何嘉敏');
});

it('forgets at log-out though the browser still waits for leave to keep its store', async () => {
  Object.defineProperty(navigator, 'storage', { configurable: true, value: { persist: () => new Promise(() => undefined) } });
  sessionStore.start(clerk);
  await isKept('何嘉敏');
  sessionStore.end('person');
  await isKept(undefined);
  Reflect.deleteProperty(navigator, 'storage');
});
