import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { watchOver } from './companion.mjs';
import { ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { isAlive, waitUntil } from './process-alive.mjs';
import { forEachLine } from './run.mjs';

/**
 * @typedef {object} Service a long-running program of ours
 * @property {string} name
 * @property {number} pid
 * @property {Promise<Death>} died settles when it ends, whoever ended it
 * @property {(wanted: (line: string) => string | undefined) => Promise<string>} waitForLine the first answer to a line it wrote
 * @property {() => boolean} isRunning
 * @property {() => string} lastWords
 * @property {(patienceMs?: number) => Promise<void>} stop
 */

/** @typedef {{ name: string, how: string, lastWords: string }} Death */

/** In the order in which they were started. @type {Set<Service>} */
const services = new Set();

/** A program that does not come to its own end when we are killed is ended then. */
const ORPHANS_END_AFTER_S = 8;

const KEPT_LINES = 80;
const LOG_LIMIT = 20 * 1024 * 1024;

/**
 * Starts a program of ours. It runs in a session of its own, so that a Ctrl-C reaches only us and everything stops in order;
 * it holds one end of a pipe as its stdin, so that it notices when we are killed.
 * @param {{ name: string, main: string, env: Record<string, string>, logDir: string, echo: boolean }} options main: path of the script
 * @returns {Service}
 */
export function startService({ name, main, env, logDir, echo }) {
  const child = spawn(process.execPath, [main], {
    cwd: ROOT,
    env: { ...process.env, ...env, YZ_PARENT_WATCH: '1' },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {});
  const log = openLog(logDir, name);
  /** @type {string[]} */
  const lines = [];
  /** @type {Set<(line: string) => void>} */
  const listeners = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    forEachLine(stream, (line) => {
      log.write(`${line}\n`);
      if (echo) console.log(`[${name}] ${line}`);
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      for (const listener of listeners) listener(line);
    });
  }
  const lastWords = () => lines.join('\n');
  let running = true;
  /** @type {Promise<Death>} */
  const died = new Promise((resolve) => {
    const settle = (/** @type {string} */ how) => {
      running = false;
      log.end();
      resolve({ name, how, lastWords: lastWords() });
    };
    child.once('error', (error) => settle(error.message));
    child.once('close', (code, signal) => settle(signal ?? `exit code ${code}`));
  });
  const pid = child.pid ?? 0;
  if (pid) {
    const companion = watchOver({ name: `yuezheng-${name}-watch`, target: -pid, signal: 'KILL', afterSeconds: ORPHANS_END_AFTER_S });
    void died.then(companion.dismiss);
  }
  /** @type {Service} */
  const service = {
    name,
    pid,
    died,
    lastWords,
    isRunning: () => running,
    waitForLine: (wanted) =>
      new Promise((resolve, reject) => {
        listeners.add((line) => {
          const answer = wanted(line);
          if (answer !== undefined) resolve(answer);
        });
        void died.then((death) => reject(explainDeath(death)));
      }),
    stop: async (patienceMs = 10_000) => {
      if (running && pid) await end(pid, patienceMs);
      await died;
    },
  };
  services.add(service);
  void died.then(() => services.delete(service));
  return service;
}

/** Stops whatever runs, the last started first. */
export async function stopServices() {
  for (const service of [...services].reverse()) await service.stop();
}

/** Ends whatever runs, now. */
export function killServices() {
  for (const { pid } of services) kill(pid, 'SIGKILL');
}

/**
 * @param {Death} death
 * @returns {Problem}
 */
export function explainDeath({ name, how, lastWords }) {
  return new Problem(`${name} 意外停止（${how}）。${name} stopped unexpectedly (${how}).`, undefined, lastWords);
}

/**
 * Ends a process with all that it started: politely, then for certain.
 * @param {number} pid leader of its own group
 * @param {number} patienceMs
 */
async function end(pid, patienceMs) {
  for (const [signal, wait] of /** @type {const} */ ([['SIGTERM', patienceMs], ['SIGKILL', 5_000]])) {
    if (!kill(pid, signal) || (await waitUntil(() => !isAlive(pid), wait))) return;
  }
}

/**
 * @param {number} pid leader of its own group
 * @param {'SIGTERM' | 'SIGKILL'} signal the second goes to the whole group
 * @returns {boolean} whether there was somebody to receive it
 */
function kill(pid, signal) {
  try {
    return process.kill(signal === 'SIGKILL' ? -pid : pid, signal);
  } catch {
    return false;
  }
}

/**
 * @param {string} logDir
 * @param {string} name
 */
function openLog(logDir, name) {
  mkdirSync(logDir, { recursive: true });
  const file = path.join(logDir, `${name}.log`);
  // One older file is kept, so that logs do not fill the disk over months of starts.
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 }).on('error', () => {});
}
