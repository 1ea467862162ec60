import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let ready: Promise<unknown> | undefined;

/**
 * Reads the QR code in a picture as a counter's scanner would.
 *
 * @param picture PNG or JPEG
 * @returns `undefined` when there is none to be read
 */
export async function readCode(picture: Uint8Array): Promise<string | undefined> {
  ready ??= prepareZXingModule({ overrides: { wasmBinary: wasm() }, fireImmediately: true });
  await ready;
  const [symbol] = await readBarcodes(new Blob([new Uint8Array(picture)]), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });
  return symbol?.isValid === true ? symbol.text : undefined;
}

function wasm(): ArrayBuffer {
  const bytes = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
