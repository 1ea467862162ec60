import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ENTRY = path.resolve(__dirname, '../../sandbox/src/main.ts');
const REGISTER = path.resolve(__dirname, 'register-typescript.cjs');
const START_MS = 20_000;

/** A sandbox process of one spec file's own. */
export interface TestSandbox {
  readonly url: string;
  /** `GET` and `POST` of its pages and phone side. */
  get(route: string): Promise<unknown>;
  post(route: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts the sandbox from its sources; ready in about a second. */
export async function startSandbox(): Promise<TestSandbox> {
  const env = { ...process.env, SANDBOX_PORT: '0', SANDBOX_HOST: '127.0.0.1', SANDBOX_STATE_FILE: '', YZ_PARENT_WATCH: '1' };
  const child = spawn(process.execPath, ['--conditions=source', '--require', REGISTER, ENTRY], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const url = await listening(child);
  const call = async (method: 'GET' | 'POST', route: string, body?: unknown): Promise<unknown> => {
    const headers = { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) };
    const response = await fetch(url + route, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    if (!response.ok) throw new Error(`sandbox answered ${response.status} to ${method} ${route}`);
    return response.json();
  };
  return {
    url,
    get: (route) => call('GET', route),
    post: (route, body) => call('POST', route, body),
    stop: () => stop(child),
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the sandbox did not start in time')), START_MS);
    child.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}`)));
    if (!child.stdout) throw new Error('the sandbox has no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = urlIn(line);
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

function urlIn(line: string): string | undefined {
  try {
    const said = JSON.parse(line) as { event?: unknown; url?: unknown };
    return said.event === 'listening' && typeof said.url === 'string' ? said.url : undefined;
  } catch {
    return undefined;
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
