import type { Pen } from '../../platform';
import { qrMatrix } from './qr-matrix';

/** Edge of the canvas in CSS px; the code in it is 252 px at least. */
export const CANVAS_EDGE = 288;

/** Light squares around the code inside the canvas; the white card around it gives the rest of the quiet zone. */
const MARGIN = 2;

/** Draws a code in black on white, every square the same whole number of device pixels. */
export function drawCode({ context, pixelRatio }: Pen, text: string): boolean {
  const matrix = qrMatrix(text);
  if (matrix === undefined) return false;
  const square = Math.floor((CANVAS_EDGE * pixelRatio) / (matrix.size + 2 * MARGIN)) / pixelRatio;
  const start = Math.floor(((CANVAS_EDGE - square * matrix.size) / 2) * pixelRatio) / pixelRatio;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, CANVAS_EDGE, CANVAS_EDGE);
  context.fillStyle = '#000000';
  for (let row = 0; row < matrix.size; row += 1) {
    for (let column = 0; column < matrix.size; column += 1) {
      if (matrix.isDark(row, column)) context.fillRect(start + column * square, start + row * square, square, square);
    }
  }
  return true;
}
