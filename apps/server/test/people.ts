import type { Division, finishRealName, Me, RouteOutput } from '@yuezheng/shared-types';
import { Accounts } from '../src/accounts/accounts';
import { fromExchangeDocument } from '../src/accounts/document-types';
import { Sessions } from '../src/accounts/sessions';
import { DEV_ACCOUNTS } from '../src/accounts/dev-accounts';
import type { ExchangeDocumentType } from '../src/exchange/payloads';
import type { TestApp } from './app';

/** A test resident as the sandbox lists them. */
export interface TestPerson {
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /** As the government exchange names it. */
  readonly documentType: ExchangeDocumentType;
  readonly archetype: string;
  readonly city: string;
}

/** What a log-in answers. */
export interface LoggedIn {
  readonly token: string;
  readonly me: Me;
  /** Where the person lives, as real-name verification found it. */
  readonly livesIn?: Division;
}

/** Residents of that situation, and of that city (GB/T 2260) where given. */
export async function peopleWho(app: TestApp, archetype: string, city?: string): Promise<TestPerson[]> {
  const query = new URLSearchParams({ archetype, limit: '20', ...(city && { city }) });
  const answer = (await app.sandbox.get(`/population?${query.toString()}`)) as { people: TestPerson[] } | TestPerson[];
  return Array.isArray(answer) ? answer : answer.people;
}

/** The first resident of that situation. */
export async function personWho(app: TestApp, archetype: string, city?: string): Promise<TestPerson> {
  const [person] = await peopleWho(app, archetype, city);
  if (!person) throw new Error(`the sandbox has nobody who is ${archetype}`);
  return person;
}

/** Logs a person in by the code of their phone's WeChat. */
export async function logIn(app: TestApp, person: TestPerson): Promise<LoggedIn> {
  const { code } = (await app.sandbox.post(`/phone/${person.personId}/login-code`)) as { code: string };
  const answer = await app.call<LoggedIn>('POST', '/auth/wechat', { body: { code } });
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Logs a resident in and takes them through the face check. */
export async function logInVerified(app: TestApp, person: TestPerson): Promise<LoggedIn> {
  const { token } = await logIn(app, person);
  const started = await app.call<{ verificationId: string; faceVerifyId?: string }>('POST', '/auth/real-name', {
    token, body: { documentType: fromExchangeDocument(person.documentType), name: person.name, idNumber: person.idNumber, phone: person.phone },
  });
  expect(started.status).toBe(200);
  const { verificationId, faceVerifyId } = started.body;
  // Documents without a portrait at the population register are compared by their data alone.
  if (faceVerifyId !== undefined) await app.sandbox.post(`/phone/face/${faceVerifyId}`, { result: 'pass' });
  const finished = await app.call<RouteOutput<typeof finishRealName>>('POST', `/auth/real-name/${verificationId}/finish`, { token });
  expect(finished.status).toBe(200);
  const { livesIn, ...me } = finished.body;
  return { token, me, livesIn };
}

/** Logs an official of the development accounts in. */
export async function logInStaff(app: TestApp, username: string): Promise<string> {
  const account = DEV_ACCOUNTS.find((one) => one.username === username);
  if (!account) throw new Error(`no development account ${username}`);
  const answer = await app.call<{ token: string }>('POST', '/staff/login', { body: { username, password: account.password } });
  expect(answer.status).toBe(200);
  return answer.body.token;
}

/** A session of somebody who proved a phone number and nothing else; needs no sandbox. */
export async function openSession(app: TestApp, phone = '13800000000'): Promise<string> {
  const accounts = app.get(Accounts);
  const session = await app.database.inTransaction(async (tx) => app.get(Sessions).openResident(tx, await accounts.ofPhone(tx, phone)));
  return session.token;
}
