import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { printed } from './printed.mjs';

const SAMPLES = 150;
const CHILD = fileURLToPath(new URL('./phone-refresh-child.mjs', import.meta.url));

/** @typedef {{ ours: import('./turns.mjs').Speed, theirs: import('./turns.mjs').Speed, ratio: number, ownSign: import('./turns.mjs').Speed, ownMatrix: import('./turns.mjs').Speed }} PhoneFigures */

/**
 * One refresh of the code on the phone, from the clock to the squares, in a Node without a compiler (`--jitless`), as
 * iOS gives mini-programs: ours against tweetnacl and `qrcode` with its defaults on the same text.
 * @param {{ samples?: number }} [options]
 */
export async function run({ samples = SAMPLES } = {}) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--jitless', CHILD, String(samples)]);
  const { ours, theirs, ratio, ownSign, ownMatrix } = /** @type {PhoneFigures} */ (JSON.parse(stdout));
  return {
    title: 'one refresh on the phone: sign, encode, QR matrix',
    against: 'tweetnacl and default qrcode, all with node --jitless',
    samples,
    speed: { ours, theirs, ownSign, ownMatrix },
    ratio,
    aims: { milliseconds: 5, ratio: 10 },
  };
}

await printed(import.meta.url, run);
