import { expectRefused, startApp, type Answer, type TestApp } from '../../test/app';
import { SmsNetworks } from './sms-networks';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let app: TestApp;
let numbers = 0;

beforeAll(async () => {
  app = await startApp({ sandbox: true, env: { TRUST_PROXY: '1', RATE_LIMIT_SMS_PER_HOUR: '3', RATE_LIMIT_SMS_PER_DAY: '5' } });
}, 60_000);
afterAll(() => app.close());

const anyNumber = (): string => String(13_900_000_000 + (numbers += 1));
const send = (ip: string, phone = anyNumber()): Promise<Answer> => app.call('POST', '/auth/sms-code', { body: { phone }, headers: { 'x-forwarded-for': ip } });
const untilNext = (span: number, offset = 0): number => span - ((app.clock.now() + offset) % span);

async function sendAll(ip: string, times: number): Promise<void> {
  for (let sent = 0; sent < times; sent += 1) expect((await send(ip)).status).toBe(200);
}

// A whole day in Asia/Shanghai lies before each example.
beforeEach(() => app.moveTime(untilNext(DAY, 8 * HOUR)));

it('sends so many codes an hour and so many a day to all numbers that one network names', async () => {
  await sendAll('203.0.113.5', 3);
  expectRefused(await send('203.0.113.5'), 'too-many-requests');
  await sendAll('203.0.113.6', 1);
  await app.moveTime(untilNext(HOUR));
  await sendAll('203.0.113.5', 2);
  expectRefused(await send('203.0.113.5'), 'too-many-requests');
  await app.moveTime(untilNext(HOUR));
  expectRefused(await send('203.0.113.5'), 'too-many-requests');
  await app.moveTime(untilNext(DAY, 8 * HOUR));
  await sendAll('203.0.113.5', 1);
});

it('takes the addresses of one IPv6 network as one', async () => {
  for (let host = 1; host <= 3; host += 1) expect((await send(`2001:db8:1:2::${host}`)).status).toBe(200);
  expectRefused(await send('2001:db8:1:2:ffff::9'), 'too-many-requests');
  expect((await send('2001:db8:1:3::1')).status).toBe(200);
});

it('lets no more through when they are asked for at once', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => send('203.0.113.7')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
});

it('counts only what goes out', async () => {
  const phone = anyNumber();
  expect((await send('203.0.113.8', phone)).status).toBe(200);
  for (let again = 0; again < 5; again += 1) expectRefused(await send('203.0.113.8', phone), 'sms-too-often');
  await app.sandbox.post('/switches', { system: 'sms', mode: 'http-error' });
  expectRefused(await send('203.0.113.8'), 'outside-system-down');
  await app.sandbox.post('/switches', { system: 'sms', mode: 'normal' });
  await sendAll('203.0.113.8', 2);
  expectRefused(await send('203.0.113.8'), 'too-many-requests');
});

it('keeps no address in clear, and none for long', async () => {
  await send('203.0.113.9');
  const rows = (): Promise<{ network: Buffer }[]> => app.database.query('SELECT network FROM sms_networks');
  expect((await rows()).every(({ network }) => network.length === 32 && !network.includes('203.0'))).toBe(true);
  await app.get(SmsNetworks).forget(app.clock.today());
  expect(await rows()).not.toEqual([]);
  await app.moveTime(2 * DAY);
  await app.get(SmsNetworks).forget(app.clock.today());
  expect(await rows()).toEqual([]);
});
