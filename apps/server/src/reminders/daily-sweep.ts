import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { LocalDate } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { DAILY_TASK, type DailyWork } from './daily-task';

interface Task {
  readonly name: string;
  readonly run: DailyWork;
}

const CHECK_MS = 20_000;
const DEVELOPMENT_CHECK_MS = 2_000;

/** A claim by the machine's clock: moved time must not make a run under way look dead. */
const CLAIM = `
  INSERT INTO daily_runs AS r (day, task, claim, claimed_at) VALUES ($1, $2, $3, now())
  ON CONFLICT (day, task) DO UPDATE SET claim = excluded.claim, claimed_at = now()
  WHERE r.done_at IS NULL AND r.claimed_at < now() - interval '10 minutes' RETURNING 1`;

/** Runs every `@DailyTask` once for each day in Asia/Shanghai, on whichever server comes first. */
@Injectable()
export class DailySweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('daily');
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  private ended = false;
  private finishedDay: LocalDate | undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const { NODE_ENV } = this.config.env;
    // Specs run the sweep themselves.
    if (NODE_ENV === 'test') return;
    this.clock.onMoved(() => void this.again());
    this.timer = setInterval(() => void this.check(), NODE_ENV === 'production' ? CHECK_MS : DEVELOPMENT_CHECK_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Does what is left of today's work; harmless at any time, on any number of servers. */
  async run(): Promise<void> {
    const today = this.clock.today();
    const outcomes: boolean[] = [];
    for (const task of this.tasks()) outcomes.push(await this.runTask(task, today));
    if (outcomes.every(Boolean)) this.finishedDay = today;
  }

  /** Somebody moved the time by hand, perhaps to a day that was here before: its work is done anew. */
  private async again(): Promise<void> {
    await this.underWay;
    await this.database.query('DELETE FROM daily_runs WHERE day = $1 AND done_at IS NOT NULL', [this.clock.today()]);
    this.finishedDay = undefined;
    await this.check();
  }

  private check(): Promise<void> {
    if (this.ended || this.finishedDay === this.clock.today()) return Promise.resolve();
    this.underWay ??= this.run()
      .catch((error: unknown) => this.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'the daily sweep failed'))
      .finally(() => {
        this.underWay = undefined;
      });
    return this.underWay;
  }

  /** @returns whether the task is done for the day, here or elsewhere */
  private async runTask({ name, run }: Task, day: LocalDate): Promise<boolean> {
    const claim = newId();
    const claimed = await this.database.query(CLAIM, [day, name, claim]);
    if (claimed.length === 0) {
      const done = await this.database.query('SELECT 1 FROM daily_runs WHERE day = $1 AND task = $2 AND done_at IS NOT NULL', [day, name]);
      return done.length === 1;
    }
    try {
      await run(day);
      await this.database.query('UPDATE daily_runs SET done_at = now() WHERE day = $1 AND task = $2 AND claim = $3', [day, name, claim]);
      return true;
    } catch (error) {
      await this.database.query('DELETE FROM daily_runs WHERE day = $1 AND task = $2 AND claim = $3', [day, name, claim]);
      this.log.error({ task: name, err: error instanceof Error ? error.message : 'unknown' }, 'a daily task failed and will be tried again');
      return false;
    }
  }

  private tasks(): Task[] {
    return this.discovery.getProviders().flatMap((wrapper) => (wrapper.instance ? this.tasksOf(wrapper.instance as Record<string, unknown>) : []));
  }

  private tasksOf(instance: Record<string, unknown>): Task[] {
    const prototype: unknown = Object.getPrototypeOf(instance);
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const candidate: unknown = instance[method];
      if (typeof candidate !== 'function') return [];
      const name = this.reflector.get<string | undefined>(DAILY_TASK, candidate);
      return name ? [{ name, run: async (today: LocalDate) => void (await candidate.call(instance, today)) }] : [];
    });
  }
}
