import { readFileSync, writeFileSync } from 'node:fs';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

const [WIDTH, HEIGHT] = [640, 480];
/** The code's edge in the picture: a phone held before the camera of a desk. */
const CODE_EDGE = 300;
const [BLACK, WHITE, GREY] = [24, 225, 128];

/**
 * Writes a film (Y4M) in which a phone's code stands before the camera, for a browser's fake camera.
 *
 * @param text what the code says
 */
export async function writeFilm(file: string, text: string): Promise<void> {
  await prepareZXingModule({ overrides: { wasmBinary: wasm() }, fireImmediately: true });
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', ecLevel: 'L' });
  if (error) throw new Error(error);
  const { data, width } = symbol;
  const square = Math.floor(CODE_EDGE / width);
  const edge = square * width;
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const [left, top] = [(WIDTH - edge) >> 1, (HEIGHT - edge) >> 1];
  for (let y = 0; y < edge; y += 1) {
    for (let x = 0; x < edge; x += 1) {
      if (data[Math.floor(y / square) * width + Math.floor(x / square)] === 0) light[(top + y) * WIDTH + left + x] = BLACK;
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]));
}

function wasm(): ArrayBuffer {
  const bytes = readFileSync(require.resolve('zxing-wasm/writer/zxing_writer.wasm'));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
