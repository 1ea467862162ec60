/** How a document lies in its window: quarter turns, enlargement over the fitted size, and shift from the centre in px. */
export interface View {
  readonly turns: 0 | 1 | 2 | 3;
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MOST_ZOOM = 8;

/** The whole document, upright, in the middle. */
export const FITTED: View = { turns: 0, zoom: 1, x: 0, y: 0 };

/** Turns by quarters (clockwise for 1) and shows the whole document again. */
export const rotate = (view: View, quarters: 1 | -1): View => ({
  ...FITTED,
  turns: ((((view.turns + quarters) % 4) + 4) % 4) as View['turns'],
});

/** The size at which the whole document, turned as in `view`, fits into the window; never above its own pixels. */
export function fittedSize(image: Size, frame: Size, turns: View['turns']): Size {
  const lying = turns % 2 === 1;
  const [width, height] = lying ? [image.height, image.width] : [image.width, image.height];
  const scale = Math.min(1, frame.width / width, frame.height / height);
  return { width: image.width * scale, height: image.height * scale };
}

/**
 * Enlarges by `factor` so that the point under the pointer stays where it is.
 * `point` is measured from the centre of the window in px.
 */
export function zoomAt(view: View, factor: number, point: { readonly x: number; readonly y: number }): View {
  const zoom = clamp(view.zoom * factor, 1, MOST_ZOOM);
  const grown = zoom / view.zoom;
  return { ...view, zoom, x: point.x - (point.x - view.x) * grown, y: point.y - (point.y - view.y) * grown };
}

export const pan = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});

/** Keeps the document in sight: it can be shifted only as far as it is larger than the window. */
export function bounded(view: View, fitted: Size, frame: Size): View {
  const lying = view.turns % 2 === 1;
  const [width, height] = lying ? [fitted.height, fitted.width] : [fitted.width, fitted.height];
  const freeX = Math.max(0, (width * view.zoom - frame.width) / 2);
  const freeY = Math.max(0, (height * view.zoom - frame.height) / 2);
  return { ...view, x: clamp(view.x, -freeX, freeX), y: clamp(view.y, -freeY, freeY) };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
