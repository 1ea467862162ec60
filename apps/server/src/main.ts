import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig, type Config } from './config/config';
import { createApp } from './create-app';
import { SystemClock, type Clock } from './platform/clock/clock';
import { SandboxClock } from './platform/clock/sandbox-clock';
import { migrate } from './platform/database/migrate';
import { faultLine } from './platform/logging/fault-line';
import { OutboxWorker } from './platform/outbox/outbox-worker';

const END_WITHIN_MS = 8_000;

async function startClock({ env }: Config): Promise<Clock> {
  if (!env.SANDBOX_URL) return new SystemClock();
  const clock = new SandboxClock(env.SANDBOX_URL);
  await clock.start();
  return clock;
}

/** Calls `end` on SIGTERM and SIGINT, and when the start script dies without a word: its end of our standard input closes. */
function onEnd(end: () => void): void {
  process.once('SIGTERM', end).once('SIGINT', end);
  if (process.env.YZ_PARENT_WATCH !== '1') return;
  process.stdin.on('end', end).on('error', end).resume();
}

/** What runs so far; nothing while the database is being brought up to date. */
interface Running {
  app?: NestFastifyApplication;
  ending?: Promise<void>;
}

async function start(config: Config): Promise<void> {
  const running: Running = {};
  // Listened for from the first moment: whoever started us may be gone before we are ready.
  onEnd(() => {
    // With the database gone, closing would wait for it for ever.
    setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
    if (!running.app) process.exit(0);
    running.ending ??= running.app.close().then(() => process.exit(0), () => process.exit(1));
  });
  await migrate(config.env.DATABASE_URL);
  const app = await createApp(config, await startClock(config));
  running.app = app;
  await app.get(OutboxWorker).start();
  await app.listen(config.env.PORT, config.host);
  process.stdout.write(`${JSON.stringify({ event: 'listening', url: await app.getUrl() })}\n`);
}

const config = readConfig(process.env);
if (!config.ok) {
  process.stderr.write(`配置有误，服务没有启动：\n${config.complaints.map((line) => `  ${line}`).join('\n')}\n`);
  process.exit(1);
}
start(config.value).catch((error: unknown) => {
  process.stderr.write(`服务没有启动：${faultLine(error)}\n`);
  process.exit(1);
});
