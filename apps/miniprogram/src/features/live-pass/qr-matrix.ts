import { create } from 'qrcode/lib/core/qrcode';

/** Dark and light squares of a QR code. */
export interface QrMatrix {
  readonly size: number;
  isDark(row: number, column: number): boolean;
}

/** One mask for all: choosing the best would cost eight times the work at every change. */
const MASK = 2;

/**
 * The QR code (level L) of a text of digits, capitals and ` $%*+-./:`.
 * Versions up to 10 only: larger ones are not read from a phone by an ordinary counter scanner.
 *
 * @returns `undefined` when the text does not fit
 */
export function qrMatrix(text: string): QrMatrix | undefined {
  try {
    const { modules, version } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'L', maskPattern: MASK });
    return version > 10 ? undefined : { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
  } catch {
    return undefined;
  }
}
