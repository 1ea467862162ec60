import { COUNTER } from './counter-conditions.mjs';

/** @typedef {import('./counter-conditions.mjs').Conditions} Conditions */
/** Dark and light squares. @typedef {{ size: number, isDark(row: number, column: number): boolean }} Matrix */
/** As the browser's. @typedef {{ data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number, colorSpace: 'srgb' }} Frame */

const SIZE = COUNTER.framePixels;
const EDGE = COUNTER.codePixels;
/** The white card around the code, as a share of the code's edge: 288 px canvas and its padding. */
const CARD = 1.2;
/** What is around the phone: a desk and sleeves. */
const SURROUNDINGS = 90;
const NOISE_VALUES = 1 << 16;

/**
 * @param {import('./seeded.mjs').Chance} chance
 * @returns {Float32Array} values of a normal distribution, to be read from any place on
 */
export function noiseTable(chance) {
  return Float32Array.from({ length: NOISE_VALUES }, () => Math.sqrt(-2 * Math.log(1 - chance.unit())) * Math.cos(2 * Math.PI * chance.unit()));
}

/**
 * The frame that a camera takes of a phone with this code.
 * @param {Matrix} matrix
 * @param {Conditions} conditions
 * @param {Float32Array} noise
 * @returns {Frame}
 */
export function takeFrame(matrix, conditions, noise) {
  const light = blurred(seen(matrix, conditions), conditions.blur);
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  const lit = lighting(conditions);
  for (let y = 0, i = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1, i += 1) {
      const grain = (noise[(conditions.noiseStart + i * 7) & (NOISE_VALUES - 1)] ?? 0) * conditions.noise;
      const level = lit(x, y, light[i] ?? 0) + grain;
      data[4 * i] = level;
      data[4 * i + 1] = level;
      data[4 * i + 2] = level;
      data[4 * i + 3] = 255;
    }
  }
  return { data, width: SIZE, height: SIZE, colorSpace: 'srgb' };
}

/**
 * Levels before lens, light and sensor; four samples a pixel.
 * @param {Matrix} matrix @param {Conditions} conditions
 */
function seen(matrix, conditions) {
  const { size } = matrix;
  const squares = Uint8Array.from({ length: size ** 2 }, (_, i) => Number(matrix.isDark(Math.floor(i / size), i % size)));
  const [a, b, c, d, e, f, g, h, k] = backProjection(conditions);
  const level = (/** @type {number} */ u, /** @type {number} */ v) => {
    if (Math.abs(u) > CARD / 2 || Math.abs(v) > CARD / 2) return SURROUNDINGS;
    if (Math.abs(u) >= 0.5 || Math.abs(v) >= 0.5) return conditions.white;
    const at = Math.floor((v + 0.5) * size) * size + Math.floor((u + 0.5) * size);
    return squares[at] === 1 ? conditions.black : conditions.white;
  };
  const levels = new Float32Array(SIZE * SIZE);
  for (let y = 0, i = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1, i += 1) {
      let sum = 0;
      for (let sample = 0; sample < 4; sample += 1) {
        const px = x + 0.25 + 0.5 * (sample & 1) - SIZE / 2 - conditions.shiftX;
        const py = y + 0.25 + 0.5 * (sample >> 1) - SIZE / 2 - conditions.shiftY;
        const depth = g * px + h * py + k;
        sum += level((a * px + b * py + c) / depth, (d * px + e * py + f) / depth);
      }
      levels[i] = sum / 4;
    }
  }
  return levels;
}

/**
 * From px off the middle of the frame to places on the code, from -0.5 to 0.5: the inverse of a pinhole camera's view
 * of a plane turned about three axes.
 * @param {Conditions} conditions
 * @returns {[number, number, number, number, number, number, number, number, number]} rows of a 3 × 3 matrix
 */
function backProjection({ tiltX, tiltY, turn }) {
  const [cx, sx, cy, sy, cz, sz] = [Math.cos(tiltX), Math.sin(tiltX), Math.cos(tiltY), Math.sin(tiltY), Math.cos(turn), Math.sin(turn)];
  const d = COUNTER.distance;
  // Columns of the rotation Rx·Ry·Rz; the plane's own axes are the first two.
  const [a, b, c] = [cy * cz, -cy * sz, 0];
  const [e, f, g] = [sx * sy * cz + cx * sz, cx * cz - sx * sy * sz, 0];
  const [h, k, l] = [(sx * sz - cx * sy * cz) / (d * EDGE), (cx * sy * sz + sx * cz) / (d * EDGE), 1 / EDGE];
  return [f * l - g * k, c * k - b * l, b * g - c * f, g * h - e * l, a * l - c * h, c * e - a * g, e * k - f * h, b * h - a * k, a * f - b * e];
}

/**
 * Fall-off of the light, and glare on top of it.
 * @param {Conditions} conditions
 * @returns {(x: number, y: number, level: number) => number}
 */
function lighting({ gradient, gradientAngle, glare }) {
  const [gx, gy] = [Math.cos(gradientAngle) / EDGE, Math.sin(gradientAngle) / EDGE];
  const [bx, by] = [Math.cos(glare.angle), Math.sin(glare.angle)];
  const spread = 2 * glare.width ** 2;
  return (x, y, level) => {
    const [fx, fy] = [x - SIZE / 2, y - SIZE / 2];
    const [ox, oy] = [fx - glare.x, fy - glare.y];
    const distance = glare.band ? (ox * bx + oy * by) ** 2 : ox * ox + oy * oy;
    return level * (1 + gradient * (fx * gx + fy * gy)) + glare.levels * Math.exp(-distance / spread);
  };
}

/**
 * Gaussian blur, rows and columns apart.
 * @param {Float32Array} levels @param {number} sigma px
 */
function blurred(levels, sigma) {
  const reach = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kernel = Float32Array.from(weights, (weight) => weight / total);
  return convolved(convolved(levels, kernel, 1), kernel, SIZE);
}

/**
 * @param {Float32Array} levels @param {Float32Array} kernel
 * @param {number} step between neighbours: 1 along rows, the width along columns
 */
function convolved(levels, kernel, step) {
  const reach = ((kernel.length - 1) / 2) * step;
  // Surroundings alone lie at the rim of the frame, which is left as it is.
  const out = levels.slice();
  for (let i = reach; i < levels.length - reach; i += 1) {
    let sum = 0;
    for (let k = 0, at = i - reach; k < kernel.length; k += 1, at += step) sum += (levels[at] ?? 0) * (kernel[k] ?? 0);
    out[i] = sum;
  }
  return out;
}
