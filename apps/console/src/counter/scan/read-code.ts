import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

const OPTIONS: ReaderOptions = { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 };

/** Loads the decoder from this site; asked for early, so that it is at hand when the network is gone. */
export async function prepareReader(): Promise<void> {
  await prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
    },
    fireImmediately: true,
  });
}

/** The text of the QR code in a frame or an image file; undefined when there is none to be read. */
export async function readCode(image: ImageData | Blob): Promise<string | undefined> {
  const [symbol] = await readBarcodes(image, OPTIONS);
  return symbol?.isValid === true ? symbol.text : undefined;
}
