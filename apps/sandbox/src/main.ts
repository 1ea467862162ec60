import { fstatSync } from 'node:fs';
import { createSandbox } from './app';
import { readConfig } from './config';

/** A parent that started us with a pipe on stdin and dies, even by SIGKILL, closes that pipe. */
const endWithParent = (end: () => void): void => {
  // With bigint, because the plain call leaves its answer in a buffer that Node 20's module loader reads by mistake:
  // after it, links into the package store are not followed.
  const stdin = fstatSync(0, { bigint: true });
  if (!stdin.isFIFO() && !stdin.isSocket()) return;
  process.stdin.on('end', end).on('error', end).resume();
};

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const start = async (): Promise<void> => {
  const config = readConfig(process.env);
  if ('bad' in config) {
    say({ event: 'bad-configuration', variables: config.bad });
    process.exitCode = 1;
    return;
  }
  const { host, port, ...options } = config;
  const app = createSandbox(options);
  const end = (): void => {
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  endWithParent(end);
  const url = await app.listen({ host, port });
  say({ event: 'listening', url });
};

start().catch((error: unknown) => {
  say({ event: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
});
