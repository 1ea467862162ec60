/**
 * An ordinary counter: a resident holds the phone some 25 cm before a webcam of 720 lines or more, under office
 * light. A code of 40 mm is then 240 px wide, 6 px a millimetre.
 */
export const COUNTER = /** @type {const} */ ({
  /** Edge of the code in the frame, px. */
  codePixels: 240,
  /** Edge of the part of the frame that is looked at, px. */
  framePixels: 360,
  /** Camera's distance, in edges of the code: 25 cm to 4 cm. */
  distance: 6,
  /** Phone leaning to any side, degrees: more, and people put it straight by themselves. */
  tilt: 15,
  /** Turned in the plane, degrees. */
  turn: 10,
  /** Gaussian blur, σ in px: a focus slightly off, or a hand that moves 6 mm/s at 1/30 s. */
  blur: [0.4, 1.2],
  /** Noise of the sensor, σ in levels of 255: a webcam indoors. */
  noise: [2, 8],
  /** A lamp on the glass: a soft spot or band, σ in px, and levels that it adds in its middle. */
  glareWidth: [20, 60],
  glareLevels: [0, 90],
  /** Levels of the screen's white and black; brightness is turned up while the code is shown. */
  white: [150, 240],
  black: [10, 45],
  /** Light falling off across the code, as a share. */
  gradient: 0.3,
});

/** How one frame was taken; angles in radians. @typedef {{ tiltX: number, tiltY: number, turn: number, shiftX: number, shiftY: number, blur: number, noise: number, white: number, black: number, gradient: number, gradientAngle: number, glare: { levels: number, width: number, x: number, y: number, band: boolean, angle: number }, noiseStart: number }} Conditions */

/**
 * @param {import('./seeded.mjs').Chance} chance
 * @returns {Conditions}
 */
export function drawConditions(chance) {
  const radians = (/** @type {number} */ degrees) => (chance.between(-degrees, degrees) * Math.PI) / 180;
  const within = (/** @type {readonly [number, number]} */ [low, high]) => chance.between(low, high);
  const half = COUNTER.codePixels / 2;
  return {
    tiltX: radians(COUNTER.tilt),
    tiltY: radians(COUNTER.tilt),
    turn: radians(COUNTER.turn),
    shiftX: chance.between(-15, 15),
    shiftY: chance.between(-15, 15),
    blur: within(COUNTER.blur),
    noise: within(COUNTER.noise),
    white: within(COUNTER.white),
    black: within(COUNTER.black),
    gradient: chance.between(0, COUNTER.gradient),
    gradientAngle: chance.between(0, 2 * Math.PI),
    glare: {
      levels: within(COUNTER.glareLevels),
      width: within(COUNTER.glareWidth),
      x: chance.between(-half, half),
      y: chance.between(-half, half),
      band: chance.unit() < 0.5,
      angle: chance.between(0, Math.PI),
    },
    noiseStart: chance.whole(1 << 16),
  };
}
