import { spawn } from 'node:child_process';
import { codeOf } from './problem.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {Record<string, string>} [env] added to this process's own
 * @property {boolean} [shell] the command is a line of a package's scripts
 * @property {number} [timeLimitMs] the program and all that it started are ended then
 * @property {(line: string) => void} [onLine] every line as it is written
 */

/** @typedef {{ code: number, output: string }} RunResult code 127 when the program does not exist */

/** Programs that are running now, so that an interrupted start or test ends them. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end and keeps what it wrote, both streams in order.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd, env = {}, shell = false, timeLimitMs, onLine }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, shell, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    const timer = timeLimitMs === undefined ? undefined : setTimeout(() => {
      chunks.push(`\n超过 ${timeLimitMs / 1000} 秒，已中止 · ended: took too long\n`);
      endGroup(child);
    }, timeLimitMs);
    /** @type {string[]} */
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => chunks.push(chunk));
      if (onLine) forEachLine(stream, onLine);
    }
    child.on('error', (error) => {
      running.delete(child);
      resolve({ code: codeOf(error) === 'ENOENT' ? 127 : 126, output: error.message });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: code ?? (signal ? 128 : 1), output: chunks.join('') });
    });
  });
}

/**
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} onLine
 */
export function forEachLine(stream, onLine) {
  let rest = '';
  stream.on('data', (chunk) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  stream.on('end', () => {
    if (rest) onLine(rest);
  });
}

/** Ends every program that {@link run} started, with all that these started in turn. */
export function endRunning() {
  for (const child of running) endGroup(child);
}

/** @param {import('node:child_process').ChildProcess} child leader of its own group */
function endGroup(child) {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
  } catch {
    child.kill('SIGKILL');
  }
}

/**
 * @param {string} text
 * @param {number} lines
 * @returns {string} its last lines
 */
export function tail(text, lines) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
