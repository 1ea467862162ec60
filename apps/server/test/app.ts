import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import { ERRORS, type ErrorCode, type Problem } from '@yuezheng/shared-types';
import { readConfig, type Config } from '../src/config/config';
import { createApp } from '../src/create-app';
import { FixedClock } from '../src/platform/clock/clock';
import { Database } from '../src/platform/database/database';
import { newId } from '../src/platform/database/new-id';
import { OutboxWorker } from '../src/platform/outbox/outbox-worker';
import { freshDatabase } from './database';
import { startSandbox, type TestSandbox } from './sandbox';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly raw: Buffer;
}

export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `Idempotency-Key`; a new one for each write unless given. */
  readonly key?: string;
}

/** The server on a database of its own, with a clock that the spec moves. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  readonly config: Config;
  readonly database: Database;
  /** Present when started with a sandbox. */
  readonly sandbox: TestSandbox;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** @param route below `/api` */
  call<T = unknown>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', route: string, options?: CallOptions): Promise<Answer<T>>;
  /** Moves the server's clock and the sandbox's on by so many milliseconds. */
  moveTime(milliseconds: number): Promise<void>;
  /** Runs all due jobs; those that failed before are made due first. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

const NO_SANDBOX: TestSandbox = {
  url: 'http://127.0.0.1:9',
  get: () => Promise.reject(new Error('started without a sandbox')),
  post: () => Promise.reject(new Error('started without a sandbox')),
  stop: () => Promise.resolve(),
};

/**
 * Starts the server without a port (requests are injected) and without the job runner (`runJobs`).
 * @param options `sandbox: true` starts the outside world too; `moveTime` moves both clocks; `providers` are added to the server's own
 */
export async function startApp(options: { readonly sandbox?: boolean; readonly env?: Readonly<Record<string, string>>; readonly providers?: readonly Type[] } = {}): Promise<TestApp> {
  const [database, sandbox] = await Promise.all([freshDatabase(), options.sandbox ? startSandbox() : NO_SANDBOX]);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-spec-'));
  const config = testConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, SANDBOX_URL: sandbox.url, ...options.env });
  const clock = new FixedClock(Date.now());
  const app = await createApp(config, clock, options.providers);
  const base = app.get(Database);
  return {
    app,
    clock,
    config,
    database: base,
    sandbox,
    get: (token) => app.get(token),
    call: (method, route, callOptions) => call(app, method, route, callOptions),
    moveTime: async (milliseconds) => {
      clock.advance(milliseconds);
      if (options.sandbox) await sandbox.post('/clock', { offsetMs: clock.now() - Date.now() });
    },
    runJobs: async () => {
      await base.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL`);
      await app.get(OutboxWorker).drain();
    },
    close: async () => {
      await app.close();
      await Promise.all([sandbox.stop(), database.drop()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A parsed configuration for specs: quiet, small, and checking every answer against its contract. */
export function testConfig(env: Readonly<Record<string, string>>): Config {
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_POOL: '10', SANDBOX_URL: NO_SANDBOX.url, ...env });
  if (!config.ok) throw new Error(config.complaints.join('\n'));
  return config.value;
}

async function call<T>(app: NestFastifyApplication, method: 'GET' | 'POST' | 'PUT' | 'DELETE', route: string, options: CallOptions = {}): Promise<Answer<T>> {
  const response = await app.inject({
    method,
    url: `/api${route}`,
    headers: {
      ...(options.token && { authorization: `Bearer ${options.token}` }),
      ...(method !== 'GET' && { 'idempotency-key': options.key ?? newId() }),
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
      ...options.headers,
    },
    payload: options.body === undefined ? undefined : typeof options.body === 'string' || Buffer.isBuffer(options.body) ? options.body : JSON.stringify(options.body),
  });
  const json = String(response.headers['content-type']).includes('json');
  return { status: response.statusCode, body: (json ? response.json() : undefined) as T, headers: response.headers, raw: response.rawPayload };
}

/** Asserts a refusal by its code, its status and its problem form. */
export function expectRefused(answer: Answer, code: ErrorCode): Problem {
  const problem = answer.body as Problem;
  expect({ status: answer.status, code: problem?.code }).toEqual({ status: ERRORS[code].status, code });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  return problem;
}
