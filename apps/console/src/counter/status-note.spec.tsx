/** @jest-environment jsdom */
import { cleanup, render } from '@testing-library/react';
import type { Standing } from './offline/standing';
import { StatusNote } from './status-note';

afterEach(cleanup);
const NOW = Date.UTC(2026, 10, 22, 1, 41);
const HOUR = 3_600_000;
const ready: Standing = {
  kind: 'ready',
  now: NOW,
  asOf: NOW - 60_000,
  expiresAt: NOW + 20 * HOUR,
  aged: false,
  calibrated: true,
};

it.each<[Standing, string]>([
  [ready, '状态截至 09:40离线可用至 11-23 05:41'],
  [{ ...ready, asOf: NOW - 12 * HOUR, aged: true }, '状态截至 11-21 21:41，已超过 4 小时离线可用至 11-23 05:41'],
  [{ ...ready, calibrated: false }, '状态截至 09:40离线可用至 11-23 05:41本机时间未经校准，联网后自动校准；时间不准时，有效的码会被拒绝'],
  [{ kind: 'none' }, '还没有取得状态，暂不能离线核验，请联网后更新'],
  [{ kind: 'expired', now: NOW, expiresAt: NOW - HOUR }, '状态已于 08:41 过期，不能离线核验，请联网后更新'],
  [{ kind: 'clock', why: 'set-back' }, '本机时间被调回，不能离线核验，请联网校准'],
  [{ kind: 'clock', why: 'too-long-ago' }, '本机时间超过 24 小时未校准，不能离线核验，请联网校准'],
])('says how old the statuses are and what can be done (%#)', (standing, words) => {
  expect(render(<StatusNote standing={standing} />).container.textContent).toBe(words);
});
