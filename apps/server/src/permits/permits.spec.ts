import { addDays, addYears, type HomeTodo, type Message, type PermitCard, type PermitFace } from '@yuezheng/shared-types';
import type { z } from 'zod';
import { expectRefused, startApp, type TestApp } from '../../test/app';
import { logIn, logInVerified, peopleWho, personWho, type LoggedIn, type TestPerson } from '../../test/people';
import { holderIdOf, holderOf, issuePermit, linkableOf } from '../../test/wallet';
import { EndorsePermitHandler } from '../effects/endorse-permit.handler';
import { Audit } from '../platform/audit/audit';
import { newId } from '../platform/database/new-id';
import { HeldPermitReader } from './held-permit.reader';

type Home = { permit?: PermitCard; todos: z.infer<typeof HomeTodo>[]; unreadMessages: number };

let app: TestApp;
let people: TestPerson[];
const taken = new Set<string>();

/** Everybody is used by one spec only. */
const somebody = (): TestPerson => {
  const person = people.find(({ personId }) => !taken.has(personId));
  if (!person) throw new Error('no test residents are left');
  taken.add(person.personId);
  return person;
};

const homeOf = async ({ token }: LoggedIn, city = '440100'): Promise<Home> => (await app.call<Home>('GET', `/home?city=${city}`, { token })).body;

beforeAll(async () => {
  app = await startApp({ sandbox: true });
  people = await peopleWho(app, 'exempt', '440100');
}, 60_000);

afterAll(() => app.close());

describe('effects', () => {
  it('issue one permit for a case however often they run, even at once', async () => {
    const { token } = await logInVerified(app, somebody());
    const holderId = await holderIdOf(app, token);
    const caseId = newId();
    const ids = await Promise.all([1, 2, 3].map(() => issuePermit(app, holderId, undefined, caseId)));
    expect(new Set(ids).size).toBe(1);
    expect(await app.database.query('SELECT 1 FROM permits WHERE holder_id = $1', [holderId])).toHaveLength(1);
    expect(await app.get(Audit).verify(`permit:${ids[0]}`)).toEqual({ intact: true, entries: 1 });
  });

  it('endorse once for a case, and restore what was suspended', async () => {
    const today = app.clock.today();
    const { holderId, permitId } = await holderOf(app, somebody(), addDays(today, -10));
    const origin = { holderId, caseId: newId(), applicantId: holderId };
    const descriptor = { type: 'endorsePermit', permitId, endorsedOn: today, validUntil: addYears(today, 1), residenceSince: today, restored: true } as const;
    const held = () => app.get(HeldPermitReader).find(holderId, '440100', today);
    expect((await held())?.status).toBe('suspended');
    for (let times = 0; times < 2; times += 1) await app.database.inTransaction((tx) => app.get(EndorsePermitHandler).apply(tx, descriptor, origin));
    expect(await held()).toMatchObject({ status: 'valid', validUntil: addYears(today, 1), residenceSince: today });
    expect(await app.database.query('SELECT 1 FROM endorsements WHERE holder_id = $1', [holderId])).toHaveLength(1);
  });
});

describe('the wallet', () => {
  it.each(['digital-space', 'wallet'] as const)('links an issued permit by way of the %s', async (via) => {
    const loggedIn = await logInVerified(app, somebody());
    const permitId = await issuePermit(app, await holderIdOf(app, loggedIn.token));
    const list = () => app.call<{ permits: PermitCard[] }>('GET', '/permits', { token: loggedIn.token });
    expect((await list()).body.permits).toEqual([]);
    expect((await homeOf(loggedIn)).todos).toMatchObject([{ id: `link:${permitId}`, verb: '去添加' }]);
    expect((await linkableOf(app, loggedIn.token)).map(({ id }) => id)).toEqual([permitId]);
    const link = () => app.call<PermitFace>('POST', `/permits/${permitId}/link`, { token: loggedIn.token, body: { via } });
    const linked = await link();
    expect(linked.body).toMatchObject({ holderName: loggedIn.me.name, address: '广州市天河区体育西路 103 号 A 座 1204 房', issuer: '广州市公安局', linked: true, ward: false, statusLabel: '有效' });
    expectRefused(await link(), 'permit-already-linked');
    expect((await list()).body.permits.map(({ id }) => id)).toEqual([permitId]);
    expect((await homeOf(loggedIn)).permit?.id).toBe(permitId);
  });

  it('finds permits issued at counters before, and imports each once', async () => {
    const loggedIn = await logInVerified(app, await personWho(app, 'permit-due-soon', '440100'));
    const [first] = await Promise.all([linkableOf(app, loggedIn.token), linkableOf(app, loggedIn.token)]);
    expect(first).toHaveLength(1);
    expect(await linkableOf(app, loggedIn.token)).toEqual(first);
    expect((await homeOf(loggedIn)).todos.map(({ verb }) => verb)).toEqual(['去签注', '去添加']);
  });

  it('offers what the authority has on record as soon as the name is verified', async () => {
    const [, due] = await peopleWho(app, 'permit-due-soon', '440100');
    const loggedIn = await logInVerified(app, due!);
    await app.runJobs();
    const [endorse, link] = (await homeOf(loggedIn)).todos;
    expect(endorse).toMatchObject({ verb: '去签注', title: expect.stringMatching(/签注还有 \d+ 天到期/) });
    expect(link).toMatchObject({ title: '查到您的广州市居住证', text: expect.stringMatching(/^有效期至 \d{4} 年/), page: 'packages/account/add-permit/index?via=wallet' });
  });

  it('masks the number until the holder asks, and keeps that in the audit', async () => {
    const person = somebody();
    const { token, permitId } = await holderOf(app, person);
    expect((await app.call<PermitFace>('GET', `/permits/${permitId}`, { token })).body.idNumber).toContain('*');
    expect((await app.call('POST', `/permits/${permitId}/reveal`, { token })).body).toEqual({ idNumber: person.idNumber });
    const entries = await app.database.query<{ action: string }>('SELECT action FROM audit_entries WHERE chain = $1 ORDER BY seq', [`permit:${permitId}`]);
    expect(entries.map(({ action }) => action)).toEqual(['permit.issued', 'permit.linked', 'permit.id-number-read']);
  });

  it('shows the portrait on record, which is fetched once', async () => {
    const { token, permitId } = await holderOf(app, somebody());
    await app.runJobs();
    await app.sandbox.post('/switches', { system: 'population/photo', mode: 'http-error' });
    const photo = await app.call('GET', `/permits/${permitId}/photo`, { token });
    expect(photo.headers['content-type']).toBe('image/jpeg');
    expect(photo.raw.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  });

  it('does not know other people’s permits', async () => {
    const { permitId } = await holderOf(app, somebody());
    const stranger = await logInVerified(app, somebody());
    const { token } = stranger;
    for (const [method, route] of [['GET', ''], ['GET', '/photo'], ['GET', '/verifications'], ['POST', '/reveal']] as const) {
      expectRefused(await app.call(method, `/permits/${permitId}${route}`, { token }), 'not-found');
    }
    expectRefused(await app.call('POST', `/permits/${permitId}/link`, { token, body: { via: 'wallet' } }), 'not-found');
    expectRefused(await app.call('GET', '/permits/no-uuid', { token }), 'invalid-request');
    expectRefused(await app.call('GET', `/permits/${newId()}/verifications?cursor=xx`, { token }), 'not-found');
  });

  it('keeps permits of people in one’s care', async () => {
    const guardian = await logInVerified(app, await personWho(app, 'guardian', '440100'));
    const ward = guardian.me.wards[0]!;
    const permitId = await issuePermit(app, ward.id);
    const linked = await app.call<PermitFace>('POST', `/permits/${permitId}/link`, { token: guardian.token, body: { via: 'wallet' } });
    expect(linked.body).toMatchObject({ ward: true, holderName: ward.name });
    expect((await homeOf(guardian)).permit).toBeUndefined();
  });

  it('asks visitors to verify their name first', async () => {
    const { token } = await logIn(app, somebody());
    expect((await app.call('GET', '/permits', { token })).body).toEqual({ permits: [] });
    expect((await app.call('GET', '/home?city=440100', { token })).body).toEqual({ todos: [], unreadMessages: 0 });
    expect((await app.call<{ messages: Message[] }>('GET', '/messages', { token })).body.messages).toEqual([]);
    expectRefused(await app.call('GET', '/permits/linkable', { token }), 'real-name-required');
  });
});

describe('home', () => {
  it.each([
    [28, '签注还有 28 天到期', '去签注', 'warning'],
    [0, '签注今天到期', '去签注', 'warning'],
    [-1, '居住证已中止使用', '去补办签注', 'danger'],
  ])('with %i days left says “%s”', async (days, title, verb, tone) => {
    const holder = await holderOf(app, somebody(), addDays(app.clock.today(), days));
    const { todos } = await homeOf(holder);
    expect(todos).toMatchObject([{ title, verb, tone, page: 'packages/apply/eligibility/index?serviceId=endorse-residence-permit&city=440100&confirm=1' }]);
  });
});
