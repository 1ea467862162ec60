import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

prepareZXingModule({ overrides: { wasmBinary: readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer as ArrayBuffer } });

/** A canvas that knows filled rectangles in black and white: enough for a code, and for a scanner to read it. */
export class FakeCanvas {
  width = 300;
  height = 150;
  private pixels = new Uint8ClampedArray(0);
  private ratio = 1;
  private shade = 255;

  getContext() {
    const paint = (colour: string) => void (this.shade = Number.parseInt(colour.slice(1, 3), 16));
    return {
      set fillStyle(colour: string) {
        paint(colour);
      },
      scale: (ratio: number) => void (this.ratio = ratio),
      fillRect: (x: number, y: number, width: number, height: number) => this.fill(x, y, width, height),
    };
  }

  /** Text of the code that is drawn; `undefined` when a scanner finds none. */
  async read(): Promise<string | undefined> {
    const picture = { data: this.sheet(), width: this.width, height: this.height, colorSpace: 'srgb' } as ImageData;
    const [code] = await readBarcodes(picture, { formats: ['QRCode'] });
    return code?.text;
  }

  /** The pixels, blank again after the size was changed, as on a real canvas. */
  private sheet(): Uint8ClampedArray<ArrayBuffer> {
    const bytes = this.width * this.height * 4;
    if (this.pixels.length !== bytes) this.pixels = new Uint8ClampedArray(bytes).fill(255);
    return this.pixels;
  }

  private fill(x: number, y: number, width: number, height: number): void {
    const pixels = this.sheet();
    const [left, top, right, bottom] = [x, y, x + width, y + height].map((length) => Math.round(length * this.ratio)) as [number, number, number, number];
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) pixels.fill(this.shade, (row * this.width + column) * 4, (row * this.width + column) * 4 + 3);
    }
  }
}
