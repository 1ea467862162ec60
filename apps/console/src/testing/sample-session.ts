import type { Staff } from '@yuezheng/shared-types';
import type { StaffSession } from '../api/session-store';

/** A log-in of an official of Guangzhou, with what a spec changes of the person. */
export const sampleSession = (
  changes: Partial<Staff> = {},
  expiresAt = '2026-11-22T20:00:00.000Z',
): StaffSession => ({
  token: 'token',
  expiresAt,
  staff: {
    id: '00000000-0000-4000-8000-000000000009',
    username: 'somebody',
    name: '陈志远',
    office: '天河区',
    roles: ['reviewer'],
    cities: [],
    ...changes,
  },
});
