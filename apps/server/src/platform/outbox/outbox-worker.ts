import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { parseCronItems, run, runOnce, Logger as WorkerLogger, type CronItem, type Runner, type RunnerOptions, type TaskList } from 'graphile-worker';
import { Config } from '../../config/config';
import { withoutValues } from '../logging/without-values';
import { OUTBOX_TASK, type TaskOptions } from './outbox-task';

interface Handler extends TaskOptions {
  readonly handle: (payload: unknown) => Promise<void>;
}

/** Runs the handlers marked with `@OutboxTask` inside this process, several servers sharing one queue. */
@Injectable()
export class OutboxWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('outbox');
  private runner: Runner | undefined;

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  get running(): boolean {
    return this.runner !== undefined;
  }

  async start(): Promise<void> {
    const handlers = this.handlers();
    const crontab = handlers.flatMap(({ name, cron }): CronItem[] => (cron ? [{ task: name, match: cron, identifier: name }] : []));
    this.runner = await run({ ...this.options(handlers), parsedCronItems: parseCronItems(crontab) });
    this.runner.promise.catch((error: unknown) => this.log.error({ err: withoutValues(error) }, 'the job runner stopped'));
  }

  /** Runs whatever is due now, once, and returns: for tests and the time machine. */
  async drain(): Promise<void> {
    await runOnce(this.options(this.handlers()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    const runner = this.runner;
    this.runner = undefined;
    await runner?.stop();
  }

  private options(handlers: readonly Handler[]): RunnerOptions {
    const taskList: TaskList = Object.fromEntries(handlers.map(({ name, handle }) => [name, (payload: unknown) => handle(payload)]));
    return {
      connectionString: this.config.env.DATABASE_URL,
      maxPoolSize: 4,
      concurrency: 3,
      pollInterval: 1000,
      noHandleSignals: true,
      taskList,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') this.log.error(message);
        else if (level === 'warning') this.log.warn(message);
        else this.log.debug(message);
      }),
    };
  }

  private handlers(): Handler[] {
    // A set, because one instance may be provided under two tokens.
    const instances = new Set(this.discovery.getProviders().map(({ instance }: { readonly instance?: unknown }) => instance));
    const found = [...instances].flatMap((instance) => (typeof instance === 'object' && instance !== null ? this.handlersOf(instance as Record<string, unknown>) : []));
    const names = found.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice) throw new Error(`task ${twice} has two handlers`);
    return found;
  }

  private handlersOf(instance: Record<string, unknown>): Handler[] {
    const prototype: unknown = Object.getPrototypeOf(instance);
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
      const candidate: unknown = instance[method];
      if (typeof candidate !== 'function') return [];
      const options = this.reflector.get<TaskOptions | undefined>(OUTBOX_TASK, candidate);
      return options ? [{ ...options, handle: async (payload: unknown) => void (await candidate.call(instance, payload)) }] : [];
    });
  }
}
