import { spawn } from 'node:child_process';

/** @typedef {{ pid: number | undefined, dismiss(): void }} Companion */

/**
 * Waits for the end of a pipe of which we hold the other end. That end comes with “stop” when all went well, and with
 * nothing when we were killed (kill -9): then, after a time to end by itself, the program gets the signal.
 */
const WAIT = 'trap "" INT HUP; read -r stop && exit; sleep "$3"; kill -s "$2" -- "$1"';

/**
 * A tiny program that ends another one when this process dies without a word.
 * @param {object} options
 * @param {string} options.name shown in the list of processes
 * @param {number} options.target a process; negative for the group of that number
 * @param {'INT' | 'KILL'} options.signal
 * @param {number} options.afterSeconds
 * @param {{ uid?: number, gid?: number }} [options.user] whose rights it needs to do so; our own when left out
 * @returns {Companion}
 */
export function watchOver({ name, target, signal, afterSeconds, user = {} }) {
  const companion = spawn('/bin/sh', ['-c', WAIT, name, String(target), signal, String(afterSeconds)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...user,
  });
  companion.on('error', () => {});
  companion.stdin.on('error', () => {});
  companion.unref();
  return { pid: companion.pid, dismiss: () => companion.stdin.end('stop\n') };
}
