import fc from 'fast-check';
import { bounded, fittedSize, FITTED, MOST_ZOOM, pan, rotate, zoomAt, type View } from './view-transform';

const frame = { width: 400, height: 500 };
const side = fc.integer({ min: 1, max: 6_000 });
const turns = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const);

it('fits every document, turned or not, into the window', () => {
  fc.assert(
    fc.property(side, side, turns, (width, height, quarter) => {
      const fitted = fittedSize({ width, height }, frame, quarter);
      const [across, down] =
        quarter % 2 === 1 ? [fitted.height, fitted.width] : [fitted.width, fitted.height];
      expect(across).toBeLessThanOrEqual(frame.width + 0.001);
      expect(down).toBeLessThanOrEqual(frame.height + 0.001);
    }),
  );
});

it('enlarges around the pointer: what lies under it stays there', () => {
  const coordinate = fc.integer({ min: -200, max: 200 });
  fc.assert(
    fc.property(coordinate, coordinate, fc.double({ min: 1.01, max: 2, noNaN: true }), (x, y, factor) => {
      const before: View = { ...FITTED, zoom: 2, x: 10, y: -20 };
      const after = zoomAt(before, factor, { x, y });
      expect((x - after.x) / after.zoom).toBeCloseTo((x - before.x) / before.zoom, 6);
      expect((y - after.y) / after.zoom).toBeCloseTo((y - before.y) / before.zoom, 6);
    }),
  );
});

it('never lets the document out of sight', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer(),
      fc.double({ min: 0.1, max: 20, noNaN: true }),
      turns,
      (dx, dy, factor, quarter) => {
        const fitted = fittedSize({ width: 900, height: 1_270 }, frame, quarter);
        const view = bounded(
          pan(zoomAt({ ...FITTED, turns: quarter }, factor, { x: 0, y: 0 }), dx, dy),
          fitted,
          frame,
        );
        expect(view.zoom).toBeGreaterThanOrEqual(1);
        expect(view.zoom).toBeLessThanOrEqual(MOST_ZOOM);
        expect(Math.abs(view.x)).toBeLessThanOrEqual((Math.max(fitted.width, fitted.height) * view.zoom) / 2);
      },
    ),
  );
});

it('comes back upright after four turns either way', () => {
  expect([1, 1, 1, 1].reduce((view) => rotate(view, 1), FITTED)).toEqual(FITTED);
  expect(rotate(FITTED, -1).turns).toBe(3);
});
