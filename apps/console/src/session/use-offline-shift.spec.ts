/** @jest-environment jsdom */
import '../testing/node-globals';
import 'fake-indexeddb/auto';
import { renderHook, waitFor } from '@testing-library/react';
import { sessionStore } from '../api/session-store';
import { counterDb } from '../counter/offline/counter-db';
import { sampleSession } from '../testing/sample-session';
import { offlineSession } from './desk-clerk';
import { useOfflineShift } from './use-offline-shift';

it.each([
  ['goes on during the shift', 3_600_000, true],
  ['ends with the shift', -1, false],
])('%s', async (_title, left, stays) => {
  const { staff, expiresAt } = sampleSession({ roles: ['clerk'] });
  const now = Date.now();
  const clerk = { staff, login: expiresAt, since: now - 1_000, until: now + left };
  await (await counterDb()).put('clerk', clerk, 'present');
  sessionStore.start(offlineSession(clerk));
  const { unmount } = renderHook(useOfflineShift);
  await waitFor(() => expect(sessionStore.current() !== undefined).toBe(stays));
  await (await counterDb()).get('clerk', 'present');
  expect(sessionStore.current() !== undefined).toBe(stays);
  unmount();
});
