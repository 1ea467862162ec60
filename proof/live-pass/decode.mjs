import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { noiseTable, takeFrame } from './camera.mjs';
import { COUNTER, drawConditions } from './counter-conditions.mjs';
import { makeWorld } from './good-codes.mjs';
import { seeded } from './seeded.mjs';

/** @typedef {import('./camera.mjs').Matrix} Matrix */
/** @typedef {{ modules: { size: number, get(row: number, column: number): number } }} Drawn */
/** @typedef {{ create(segments: { data: string, mode: 'alphanumeric' | 'byte' }[], options: { errorCorrectionLevel: 'L' | 'Q', maskPattern?: number }): Drawn }} Qrcode */

const require = createRequire(import.meta.url);
const { create } = /** @type {Qrcode} */ (require('qrcode/lib/core/qrcode'));

/** As the counter reads: `read-code.ts` of the console. */
const READER = /** @type {import('zxing-wasm/reader').ReaderOptions} */ ({ formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~';
const DCC_CHARACTERS = 609;
const SD_JWT_CHARACTERS = 1_184;
const PHONES = 50;

/**
 * How many frames give the code at the first attempt, each code alone in a frame taken under the same conditions: ours
 * as the phone draws it (level L, mask 2), and codes of the size of an EU certificate (level Q, as its specification
 * asks for) and of an SD-JWT with key binding (level L, as small as it gets), drawn into the same 240 px.
 * @param {{ seed?: number, frames?: number }} [options]
 */
export async function run({ seed = 20_261_122, frames = 1_000 } = {}) {
  await prepareReader();
  const chance = seeded(seed);
  const noise = noiseTable(chance);
  const { codes } = makeWorld(chance, PHONES);
  const kinds = {
    ours: codes.map((text) => ({ text, matrix: matrixOf(create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'L', maskPattern: 2 })) })),
    dcc: [twin(chance, ALPHANUMERIC, DCC_CHARACTERS, 'alphanumeric', 'Q')],
    sdJwt: [twin(chance, BASE64URL, SD_JWT_CHARACTERS, 'byte', 'L')],
  };
  const decoded = { ours: 0, dcc: 0, sdJwt: 0 };
  const startedAt = performance.now();
  for (let frame = 0; frame < frames; frame += 1) {
    const conditions = drawConditions(chance);
    for (const kind of /** @type {const} */ (['ours', 'dcc', 'sdJwt'])) {
      const shown = kinds[kind][frame % kinds[kind].length];
      if (shown && (await read(takeFrame(shown.matrix, conditions, noise))) === shown.text) decoded[kind] += 1;
    }
  }
  return {
    title: 'first frame decoded',
    seed,
    frames,
    conditions: COUNTER,
    modules: { ours: kinds.ours[0]?.matrix.size, dcc: kinds.dcc[0]?.matrix.size, sdJwt: kinds.sdJwt[0]?.matrix.size },
    share: { ours: decoded.ours / frames, dcc: decoded.dcc / frames, sdJwt: decoded.sdJwt / frames },
    aim: 0.99,
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}

/** @param {import('./camera.mjs').Frame} frame */
async function read(frame) {
  const [symbol] = await readBarcodes(frame, READER);
  return symbol?.isValid === true ? symbol.text : undefined;
}

/**
 * @param {import('./seeded.mjs').Chance} chance
 * @param {string} alphabet @param {number} length @param {'alphanumeric' | 'byte'} mode @param {'L' | 'Q'} level
 */
function twin(chance, alphabet, length, mode, level) {
  const text = Array.from({ length }, () => alphabet[chance.whole(alphabet.length)]).join('');
  return { text, matrix: matrixOf(create([{ data: text, mode }], { errorCorrectionLevel: level })) };
}

/** @param {Drawn} drawn @returns {Matrix} */
function matrixOf({ modules }) {
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

async function prepareReader() {
  const file = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer }, fireImmediately: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await run(options(process.argv.slice(2))), null, 2));

/** @param {readonly string[]} args seed, then frames */
function options([seed, frames]) {
  return { ...(seed && { seed: Number(seed) }), ...(frames && { frames: Number(frames) }) };
}
