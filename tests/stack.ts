import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../scripts/lib/ports.mjs';
import { Problem } from '../scripts/lib/problem.mjs';
import { startStack } from '../scripts/lib/stack.mjs';
import { createEmptyDatabase } from './database';

/** A whole system of a journey's own: database, sandbox, API with both apps' pages. */
export interface TestStack {
  /** The API; the resident's pages at /, the console at /console, the sandbox's pages at /sandbox/. */
  readonly url: string;
  /** The sandbox itself, for its switches, its clock and its people. */
  readonly sandboxUrl: string;
  readonly databaseUrl: string;
  /** What the API wrote, to look for personal data or to understand a failure. */
  apiLog(): string;
  stop(): Promise<void>;
}

/**
 * Starts what `npm start` starts, over a fresh database of the cluster in YZ_TEST_PG. Everything must be built.
 *
 * @param env more variables for the API
 */
export async function startTestStack(env: Record<string, string> = {}): Promise<TestStack> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-journey-'));
  const database = await createEmptyDatabase();
  const cleanUp = async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const stack = await startStack({
      port: await freePort(),
      dataDir,
      databaseUrl: database.url,
      withSandbox: true,
      env: { NODE_ENV: 'development', ...env },
    });
    return {
      url: stack.url,
      sandboxUrl: stack.sandboxUrl ?? '',
      databaseUrl: database.url,
      apiLog: () => readFileSync(path.join(dataDir, 'logs', 'api.log'), 'utf8'),
      stop: async () => {
        await stack.stop();
        await cleanUp();
      },
    };
  } catch (error) {
    await cleanUp();
    throw error instanceof Problem && error.details ? new Error(`${error.message}\n${error.details}`, { cause: error }) : error;
  }
}
