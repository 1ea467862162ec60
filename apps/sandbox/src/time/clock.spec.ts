import { NOON_OF_TESTS, TestSandbox } from '../../test/harness';

describe('the clock', () => {
  it('shows the machine’s time until it is moved', async () => {
    const sandbox = new TestSandbox();
    const { body } = await sandbox.get('/clock');
    expect(body).toEqual({ now: '2026-11-22T01:41:00.000Z', offsetMs: 0, today: '2026-11-22' });
  });

  it.each([
    [{ advance: { days: 1 } }, '2026-11-23T01:41:00.000Z'],
    [{ advance: { months: 3 } }, '2027-02-22T01:41:00.000Z'],
    [{ advance: { months: 1, days: 2, hours: 3 } }, '2026-12-24T04:41:00.000Z'],
    [{ advance: { days: -30 } }, '2026-10-23T01:41:00.000Z'],
    [{ offsetMs: 60_000 }, '2026-11-22T01:42:00.000Z'],
    [{ to: '2027-03-01' }, '2027-03-01T01:00:00.000Z'],
    [{ to: '2027-03-01T20:00:00+08:00' }, '2027-03-01T12:00:00.000Z'],
  ])('moves by %j', async (move, now) => {
    const sandbox = new TestSandbox();
    expect((await sandbox.post('/clock', move)).body.now).toBe(now);
    expect((await sandbox.get('/clock')).body.now).toBe(now);
  });

  it('goes on from where it was moved to, and back to the machine’s time', async () => {
    const sandbox = new TestSandbox();
    await sandbox.post('/clock', { to: '2027-03-01' });
    sandbox.wait(5_000);
    expect((await sandbox.get('/clock')).body.now).toBe('2027-03-01T01:00:05.000Z');
    const { body } = await sandbox.post('/clock', { reset: true });
    expect(body).toMatchObject({ offsetMs: 0, now: new Date(NOON_OF_TESTS + 5_000).toISOString() });
  });

  it.each([
    {},
    { to: '2027-02-30' },
    { to: '2999-01-01' },
    { advance: {} },
    { advance: { days: 'many' } },
    { offsetMs: 1e18 },
    { reset: false },
    { to: '2027-01-01', reset: true },
    'not json',
  ])('refuses %j and stays', async (move) => {
    const sandbox = new TestSandbox();
    expect((await sandbox.post('/clock', move)).status).toBe(400);
    expect((await sandbox.get('/clock')).body.offsetMs).toBe(0);
  });
});
