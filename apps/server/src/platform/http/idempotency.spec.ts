import { setTimeout as pause } from 'node:timers/promises';
import { expectRefused, startApp, type TestApp } from '../../../test/app';
import { openSession } from '../../../test/people';

/** `POST /me/subscriptions` counts, so each run of its handler shows. */
describe('Idempotency-Key', () => {
  let app: TestApp;
  let token: string;
  let template: string;
  let phone = 13_800_000_000;
  beforeAll(async () => {
    app = await startApp();
    template = app.config.env.WECHAT_SUBSCRIBE_CASE_PROGRESS;
  });
  beforeEach(async () => {
    await app.database.query('TRUNCATE subscriptions, idempotency_keys');
    token = await openSession(app, String((phone += 1)));
  });
  afterAll(() => app.close());

  const allow = (key: string, accepted = [template], session = token) => app.call('POST', '/me/subscriptions', { token: session, key, body: { accepted } });
  const runs = async (): Promise<number> => {
    const [row] = await app.database.query<{ sum: string | null }>('SELECT sum(remaining) FROM subscriptions');
    return Number(row?.sum ?? 0);
  };

  it('is required of every write', async () => {
    expectRefused(await app.call('POST', '/me/subscriptions', { token, key: '', body: { accepted: [] } }), 'idempotency-key-missing');
    expectRefused(await allow('short'), 'invalid-request');
  });

  it('gives the same answer to the same request, and runs it once', async () => {
    const first = await allow('key-number-1');
    const second = await allow('key-number-1');
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(await runs()).toBe(1);
  });

  it('refuses another content under the same key', async () => {
    await allow('key-number-1');
    expectRefused(await allow('key-number-1', []), 'idempotency-mismatch');
    expect(await runs()).toBe(1);
  });

  it('tells people apart', async () => {
    const other = await openSession(app, String((phone += 1)));
    await allow('key-number-1');
    expect((await allow('key-number-1', [template], other)).status).toBe(200);
    expect(await runs()).toBe(2);
  });

  it('lets twins run once and answers both', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => allow('key-of-twins')));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await runs()).toBe(1);
  });

  it('waits for the first attempt while that is at work', async () => {
    await allow('key-number-1');
    const [row] = await app.database.query<{ answer: Buffer }>('SELECT answer FROM idempotency_keys');
    await app.database.query('UPDATE idempotency_keys SET answer = NULL, claimed_at = now()');
    const waiting = allow('key-number-1');
    await pause(150);
    await app.database.query('UPDATE idempotency_keys SET answer = $1', [row?.answer]);
    expect((await waiting).status).toBe(200);
    expect(await runs()).toBe(1);
  });

  it('takes over from a process that died half a minute ago', async () => {
    await allow('key-number-1');
    await app.database.query(`UPDATE idempotency_keys SET answer = NULL, claimed_at = now() - interval '31 seconds'`);
    expect((await allow('key-number-1')).status).toBe(200);
    expect(await runs()).toBe(2);
  });

  it('frees the key of a request that was refused', async () => {
    const start = (idNumber: string) => app.call('POST', '/auth/real-name', { token, key: 'key-number-1', body: { documentType: 'citizen-id', name: '林晓岚', idNumber } });
    expectRefused(await start('430422199608151425'), 'citizen-id-invalid');
    expect(await app.database.query('SELECT key FROM idempotency_keys')).toEqual([]);
  });

  it('keeps no answer readable in the database', async () => {
    await allow('key-number-1');
    const [row] = await app.database.query<{ answer: Buffer }>('SELECT answer FROM idempotency_keys');
    expect(row?.answer.toString('latin1')).not.toContain('done');
  });

  it('forgets keys after a week', async () => {
    await allow('key-number-1');
    await allow('key-number-2');
    await app.database.query(`UPDATE idempotency_keys SET claimed_at = now() - interval '8 days' WHERE key = 'key-number-1'`);
    await app.database.query(`SELECT graphile_worker.add_job('idempotency.sweep')`);
    await app.runJobs();
    expect(await app.database.query('SELECT key FROM idempotency_keys')).toEqual([{ key: 'key-number-2' }]);
  });
});
