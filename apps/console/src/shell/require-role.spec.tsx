/** @jest-environment jsdom */
import { act, cleanup, render, screen } from '@testing-library/react';
import type { StaffRole } from '@yuezheng/shared-types';
import { sessionStore } from '../api/session-store';
import { fillBrowserGaps } from '../testing/browser-gaps';
import { sampleSession } from '../testing/sample-session';
import { RequireRole } from './require-role';

fillBrowserGaps();
afterEach(cleanup);

const as = (role: StaffRole) => act(() => sessionStore.start(sampleSession({ roles: [role] })));

it.each([
  ['reviewer', '/review', true],
  ['administrator', '/review', true],
  ['clerk', '/review', false],
  ['clerk', '/counter', true],
  ['administrator', '/counter', false],
] as const)('an official who is a %s and %s: %s', (role, section, opens) => {
  as(role);
  render(<RequireRole section={section}>办公内容</RequireRole>);
  expect(screen.queryByText('办公内容') !== null).toBe(opens);
  expect(screen.queryByText('您没有此页的权限') === null).toBe(opens);
});
