import { explainFileError, Problem } from './problem.mjs';

/** @typedef {{ title(text: string): void, step(text: string): void, detail(text: string): void, ok(text: string): void, warn(text: string): void, plain(text: string): void }} Reporter */

const colour = process.stdout.isTTY && !process.env.NO_COLOR;

/**
 * @param {number} code
 * @param {string} text
 */
function paint(code, text) {
  return colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}

/** Writes progress to the terminal, one line per step, coloured only on a terminal. @type {Reporter} */
export const terminal = {
  title: (text) => console.log(`\n${paint(1, text)}`),
  step: (text) => console.log(`${paint(34, '▸')} ${text}`),
  detail: (text) => console.log(`  ${paint(90, text)}`),
  ok: (text) => console.log(`${paint(32, '✓')} ${text}`),
  warn: (text) => console.log(`${paint(33, '!')} ${text}`),
  plain: (text) => console.log(text),
};

/** Says nothing; for tests. @type {Reporter} */
export const silent = { title: () => {}, step: () => {}, detail: () => {}, ok: () => {}, warn: () => {}, plain: () => {} };

/**
 * Prints what went wrong on stderr. A {@link Problem} is one or two sentences; anything else is a bug and keeps its stack.
 * @param {unknown} failure
 */
export function printFailure(failure) {
  const place = failure instanceof Error && 'path' in failure ? String(failure.path) : '';
  const error = place ? explainFileError(failure, place) : failure;
  if (!(error instanceof Problem)) {
    console.error(error instanceof Error ? error.stack : String(error));
    return;
  }
  console.error(`\n${paint(31, '✗')} ${error.message}`);
  if (error.advice) console.error(`  → ${error.advice}`);
  if (error.details) console.error(error.details.replace(/^/gm, '    '));
}

/**
 * @param {number} startedAt milliseconds, from performance.now()
 * @returns {string} for example “3.2 s”
 */
export function since(startedAt) {
  const seconds = (performance.now() - startedAt) / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
