import { Injectable } from '@nestjs/common';
import { startApp, type TestApp } from '../../../test/app';
import { Database } from '../database/database';
import { Outbox } from './outbox';
import { OutboxTask } from './outbox-task';
import { OutboxWorker } from './outbox-worker';

/** Fails before its effect the first time, and after it the second time. */
@Injectable()
class Unlucky {
  runs = 0;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  @OutboxTask('spec.unlucky')
  async handle(): Promise<void> {
    this.runs += 1;
    if (this.runs === 1) throw new Error('before the effect');
    await this.database.inTransaction(async (tx) => {
      if (await this.outbox.firstTime(tx, 'spec.unlucky:1')) await tx.query('INSERT INTO effects VALUES (1)');
    });
    if (this.runs === 2) throw new Error('after the effect');
  }
}

describe('Outbox', () => {
  let app: TestApp;
  let outbox: Outbox;
  beforeAll(async () => {
    app = await startApp({ providers: [Unlucky] });
    outbox = app.get(Outbox);
    await app.database.query('CREATE TABLE effects (number integer)');
  });
  beforeEach(() => app.database.query('TRUNCATE graphile_worker._private_jobs'));
  afterAll(() => app.close());

  const count = async (table: string): Promise<number> => (await app.database.query(`SELECT FROM ${table}`)).length;

  it('adds a job exactly when its transaction commits', async () => {
    await app.database.inTransaction(async (tx) => {
      await outbox.add(tx, 'spec.unlucky', {});
      return { ok: false };
    });
    expect(await count('graphile_worker._private_jobs')).toBe(0);
    await app.database.inTransaction((tx) => outbox.add(tx, 'spec.unlucky', {}));
    expect(await count('graphile_worker._private_jobs')).toBe(1);
  });

  it('replaces a waiting job of the same key', async () => {
    for (let time = 0; time < 3; time += 1) await app.database.inTransaction((tx) => outbox.add(tx, 'spec.unlucky', { time }, { jobKey: 'same' }));
    expect(await count('graphile_worker._private_jobs')).toBe(1);
  });

  it('tries again after a failure, and the effect happens once however often the handler runs', async () => {
    await app.database.inTransaction((tx) => outbox.add(tx, 'spec.unlucky', { id: 1 }));
    for (let time = 0; time < 4; time += 1) await app.runJobs();
    expect(app.get(Unlucky).runs).toBe(3);
    expect(await count('effects')).toBe(1);
    expect(await count('graphile_worker._private_jobs')).toBe(0);
  });

  it('runs by itself once started, and health says so', async () => {
    const worker = app.get(OutboxWorker);
    await worker.start();
    expect(await app.call('GET', '/health')).toMatchObject({ status: 200, body: { status: 'ok', database: true, jobs: true } });
    await app.database.inTransaction((tx) => outbox.add(tx, 'spec.unlucky', { id: 2 }));
    for (let tries = 0; tries < 100 && app.get(Unlucky).runs < 4; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(app.get(Unlucky).runs).toBe(4);
  });
});
