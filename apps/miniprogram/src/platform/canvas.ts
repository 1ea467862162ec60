import Taro from '@tarojs/taro';

/** Two device pixels for a CSS pixel at least: a scanner must see sharp edges. */
const LEAST_PIXEL_RATIO = 2;

/** What draws on a canvas, one unit to a CSS px. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  /** Device pixels to a CSS px, for edges that must be sharp. */
  readonly pixelRatio: number;
}

/**
 * The pen of a `<Canvas type="2d" id="…">` on the page on show.
 *
 * @param id without `#`
 * @param width in CSS px, as the style sheet says
 * @param height in CSS px
 * @returns `undefined` when there is no such canvas (any more)
 */
export async function openCanvas(id: string, width: number, height: number): Promise<Pen | undefined> {
  const canvas = await findCanvas(id);
  const context = canvas?.getContext('2d');
  if (canvas === undefined || !context) return undefined;
  const ratio = Math.max(LEAST_PIXEL_RATIO, Math.ceil(pixelRatio()));
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  context.scale(ratio, ratio);
  return { context, pixelRatio: ratio };
}

const pixelRatio = (): number => (process.env.TARO_ENV === 'h5' ? window.devicePixelRatio : Taro.getWindowInfo().pixelRatio);

function findCanvas(id: string): Promise<HTMLCanvasElement | undefined> {
  if (process.env.TARO_ENV === 'h5') {
    const host = document.getElementById(id);
    const canvas = host instanceof HTMLCanvasElement ? host : host?.querySelector('canvas');
    return Promise.resolve(canvas ?? undefined);
  }
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: { node?: HTMLCanvasElement }[]) => resolve(found[0]?.node));
  });
}
