const CENTRE = 500;
const STEPS = 144;

/** Radius of one closed curve at an angle, in units of the 1000 × 1000 drawing. */
type Curve = (angle: number) => number;

// The inner bundle: twelve petals whose depth shrinks from curve to curve, so that the lines cross in a star.
const petals = (count: number): Curve[] =>
  Array.from({ length: count }, (_, k) => {
    const t = k / (count - 1);
    return (angle) => 96 + 150 * t + (92 - 30 * t) * Math.sin(12 * angle + 0.5 * t) * (0.35 + 0.65 * t);
  });

// The outer bundle: nine slow lobes with a ripple that travels along them.
const lobes = (count: number): Curve[] =>
  Array.from({ length: count }, (_, k) => {
    const t = k / (count - 1);
    return (angle) => 286 + 150 * t + (16 + 34 * t) * Math.sin(9 * angle + 0.9 * t) + 9 * Math.sin(24 * angle - 1.4 * t);
  });

const path = (curve: Curve): string => {
  const points = Array.from({ length: STEPS }, (_, i) => {
    const angle = (2 * Math.PI * i) / STEPS;
    const radius = curve(angle);
    return [Math.round(CENTRE + radius * Math.cos(angle)), Math.round(CENTRE + radius * Math.sin(angle))] as const;
  });
  const [first] = points as [readonly [number, number]];
  const steps = points.slice(1).map(([x, y], i) => {
    const [px, py] = points[i] as readonly [number, number];
    const dx = x - px;
    const dy = y - py;
    return `${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
  return `M${first[0]} ${first[1]}l${steps.join(' ')}z`;
};

const svg = (viewBox: string, stroke: number, d: string, more = ''): string =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${viewBox}'${more} fill='none' stroke='#000' stroke-width='${stroke}'><path d='${d}'/></svg>`;

/** The rosette of sine-modulated circles that stands on every permit, as a black line drawing on nothing. */
export const rosetteSvg = (): string =>
  svg('0 0 1000 1000', 1.8, [...petals(11), ...lobes(16)].map(path).join(''));

/** The field of waves along the foot of a permit; it stretches to the width it is given. */
export const wavesSvg = (): string => {
  const line = (k: number): string => {
    const points = Array.from({ length: 41 }, (_, i) => {
      const x = i * 10;
      const y = 30 + 5 * k + (24 - 1.3 * k) * Math.sin(x / 58 + 0.22 * k) + 5 * Math.sin(x / 23);
      return `${x} ${Math.round(y * 10) / 10}`;
    });
    return `M${points.join(' ')}`;
  };
  const d = Array.from({ length: 14 }, (_, k) => line(k)).join('');
  return svg('0 0 400 110', 0.7, d, " preserveAspectRatio='none'");
};
