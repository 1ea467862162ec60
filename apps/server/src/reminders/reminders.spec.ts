import { addDays, daysBetween, shanghaiDay, type LocalDate, type Message } from '@yuezheng/shared-types';
import { createApp } from '../create-app';
import { expectRefused, startApp, type TestApp } from '../../test/app';
import { logInVerified, peopleWho, personWho, type TestPerson } from '../../test/people';
import { holderOf, issuePermit, linkableOf, type Holder } from '../../test/wallet';
import { DailySweep } from './daily-sweep';

interface PhoneMessage {
  readonly channel: 'template' | 'subscribe' | 'sms';
  readonly title: string;
  readonly page?: string;
  readonly text?: string;
}

let app: TestApp;
let people: TestPerson[];

const somebody = (): TestPerson => {
  const person = people.pop();
  if (!person) throw new Error('no test residents are left');
  return person;
};

const sweep = async (): Promise<void> => {
  await app.get(DailySweep).run();
  await app.runJobs();
};
const moveTo = (day: LocalDate): Promise<void> => app.moveTime(daysBetween(app.clock.today(), day) * 86_400_000);
const inboxOf = async (token: string): Promise<Message[]> => (await app.call<{ messages: Message[] }>('GET', '/messages', { token })).body.messages;
const phoneOf = async ({ personId }: TestPerson): Promise<PhoneMessage[]> => ((await app.sandbox.get(`/phone/${personId}/messages`)) as { messages: PhoneMessage[] }).messages;
const follow = (person: TestPerson, yes: boolean) => app.sandbox.post(`/phone/${person.personId}/official-account`, { follow: yes });
const subscribe = (person: TestPerson, accept: boolean) =>
  app.sandbox.post(`/phone/${person.personId}/subscriptions`, { templateIds: [app.config.env.WECHAT_SUBSCRIBE_ENDORSEMENT_DUE], accept });
const deliveriesOf = (holder: Holder) =>
  app.database.query('SELECT channel, state, code FROM message_deliveries WHERE holder_id = $1 ORDER BY channel', [holder.holderId]);

/** Sessions end while months pass: the person opens the app anew. */
const again = async (person: TestPerson): Promise<string> => (await logInVerified(app, person)).token;

beforeAll(async () => {
  app = await startApp({ sandbox: true });
  people = await peopleWho(app, 'exempt', '440100');
}, 60_000);

afterAll(() => app.close());

// Each spec begins a day of its own, with people whom no other spec uses; those that move the time come last.
beforeEach(() => app.database.query('DELETE FROM daily_runs'));

it('tells once when two servers sweep at the same moment', async () => {
  const holder = await holderOf(app, somebody(), addDays(app.clock.today(), 7));
  const second = await createApp(app.config, app.clock);
  try {
    await Promise.all([app.get(DailySweep).run(), second.get(DailySweep).run(), app.get(DailySweep).run()]);
    await app.runJobs();
  } finally {
    await second.close();
  }
  expect(await inboxOf(holder.token)).toHaveLength(1);
  expect(await app.database.query('SELECT done_at IS NOT NULL AS done FROM daily_runs WHERE task = $1', ['permits.endorsement-reminders'])).toEqual([{ done: true }]);
});

it('goes by WeChat where it may, and by SMS only where WeChat refuses', async () => {
  const [follower, subscriber, both, neither] = [somebody(), somebody(), somebody(), somebody()];
  await Promise.all([follow(follower, true), follow(subscriber, false), follow(both, true), follow(neither, false), subscribe(follower, false), subscribe(subscriber, true), subscribe(both, true)]);
  // Who follows is asked again after a minute.
  await app.moveTime(61_000);
  const end = addDays(app.clock.today(), 7);
  const holders: Holder[] = [];
  for (const person of [follower, subscriber, both, neither]) holders.push(await holderOf(app, person, end));
  await sweep();
  await app.runJobs();
  const channels = async (person: TestPerson): Promise<string[]> => (await phoneOf(person)).map(({ channel }) => channel).sort();
  expect(await channels(follower)).toEqual(['template']);
  expect(await channels(subscriber)).toEqual(['subscribe']);
  expect(await channels(both)).toEqual(['subscribe', 'template']);
  expect(await channels(neither)).toEqual(['sms']);
  expect((await phoneOf(neither))[0]?.text).toContain('#/packages/apply/eligibility/index?serviceId=endorse-residence-permit&city=440100&confirm=1');
  expect(await deliveriesOf(holders[3]!)).toEqual([
    { channel: 'sms', state: 'delivered', code: null },
    { channel: 'subscribe', state: 'refused', code: '43101' },
    { channel: 'template', state: 'refused', code: expect.stringMatching(/^(not-following|43004)$/) as string },
  ]);
}, 60_000);

it('tries again while WeChat does not answer, then takes the next way', async () => {
  const person = somebody();
  await follow(person, true);
  await app.moveTime(61_000);
  for (const system of ['wechat-template-message', 'wechat-subscribe-message']) await app.sandbox.post('/switches', { system, mode: 'http-error' });
  const holder = await holderOf(app, person, addDays(app.clock.today(), 7));
  await sweep();
  expect(await phoneOf(person)).toEqual([]);
  await app.sandbox.post('/switches', { system: 'wechat-template-message', mode: 'normal' });
  for (let attempt = 0; attempt < 6; attempt += 1) await app.runJobs();
  expect((await phoneOf(person)).map(({ channel }) => channel)).toEqual(['template']);
  await app.sandbox.post('/switches', { system: 'wechat-subscribe-message', mode: 'normal' });
  expect(await deliveriesOf(holder)).toEqual([{ channel: 'subscribe', state: 'failed', code: null }, { channel: 'template', state: 'delivered', code: null }]);
}, 60_000);

it('reminds guardians of a ward’s permit, and holders of permits that counters issued', async () => {
  const guardianPerson = await personWho(app, 'guardian', '440100');
  const guardian = await logInVerified(app, guardianPerson);
  const ward = guardian.me.wards[0]!;
  await issuePermit(app, ward.id, addDays(app.clock.today(), 7));
  const imported = await logInVerified(app, await personWho(app, 'permit-due-soon', '440100'));
  const overdue = await logInVerified(app, await personWho(app, 'suspended-permit', '440100'));
  await linkableOf(app, imported.token);
  await linkableOf(app, overdue.token);
  await sweep();
  const [told] = await inboxOf(guardian.token);
  expect(told).toMatchObject({ title: `${ward.name}：签注还有 7 天到期`, page: expect.stringContaining(`wardId=${ward.id}`) as string });
  expect(await inboxOf(imported.token)).toHaveLength(1);
  expect(await inboxOf(overdue.token)).toEqual([]);
}, 60_000);

it('is read once, by the person whom it is for', async () => {
  const holder = await holderOf(app, somebody(), addDays(app.clock.today(), 7));
  const stranger = await logInVerified(app, somebody());
  await sweep();
  const [message] = await inboxOf(holder.token);
  const unread = async (): Promise<number> => (await app.call<{ unread: number }>('GET', '/messages', { token: holder.token })).body.unread;
  const read = (token: string) => app.call('POST', `/messages/${message!.id}/read`, { token });
  expect(await unread()).toBe(1);
  expectRefused(await read(stranger.token), 'not-found');
  expect((await read(holder.token)).body).toEqual({ done: true });
  expect((await read(holder.token)).body).toEqual({ done: true });
  expect(await unread()).toBe(0);
  expect((await app.call('POST', '/messages/read', { token: holder.token })).body).toEqual({ done: true });
  expectRefused(await app.call('GET', '/messages?cursor=bm9wZQ', { token: holder.token }), 'invalid-request');
  expect(shanghaiDay(Date.parse(message!.at))).toBe(app.clock.today());
});

it('reminds 30, 7 and 1 days before the end and on suspension, each once', async () => {
  const person = somebody();
  await follow(person, true);
  const end = addDays(app.clock.today(), 45);
  const { permitId, holderId } = await holderOf(app, person, end);
  const titles: string[][] = [];
  for (const daysBefore of [31, 30, 29, 7, 1, 0, -1, -2]) {
    await moveTo(addDays(end, -daysBefore));
    await sweep();
    titles.push((await inboxOf(await again(person))).map(({ title }) => title));
  }
  expect(titles.map((all) => all.length)).toEqual([0, 1, 1, 2, 3, 3, 4, 4]);
  expect(titles.at(-1)).toEqual(['居住证已中止使用', '签注还有 1 天到期', '签注还有 7 天到期', '签注还有 30 天到期']);
  const [newest] = await phoneOf(person);
  expect(newest).toMatchObject({ channel: 'template', page: 'packages/apply/eligibility/index?serviceId=endorse-residence-permit&city=440100&confirm=1' });
  expect(await app.database.query('SELECT status FROM permits WHERE permit_id = $1', [permitId])).toEqual([{ status: 'suspended' }]);
  expect(await app.database.query('SELECT kind FROM reminders_sent WHERE holder_id = $1', [holderId])).toHaveLength(4);
}, 120_000);

it('sends only what fits the day after the server was down, also over months', async () => {
  const person = somebody();
  const end = addDays(app.clock.today(), 45);
  await holderOf(app, person, end);
  await moveTo(addDays(end, -5));
  await sweep();
  expect((await inboxOf(await again(person))).map(({ title }) => title)).toEqual(['签注还有 5 天到期']);
  await moveTo(addDays(end, 200));
  await sweep();
  expect((await inboxOf(await again(person))).map(({ title }) => title)).toEqual(['居住证已中止使用', '签注还有 5 天到期']);
}, 60_000);
