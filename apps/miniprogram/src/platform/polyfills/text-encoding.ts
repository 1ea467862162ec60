/** WeChat has no TextEncoder on older phones: UTF-8 only, whole strings only. */
export class TextEncoder {
  readonly encoding = 'utf-8';

  encode(text = ''): Uint8Array {
    // encodeURIComponent refuses lone surrogates; the standard writes U+FFFD for them.
    const clean = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
    const escaped = encodeURIComponent(clean);
    const bytes: number[] = [];
    for (let i = 0; i < escaped.length; i += 1) {
      if (escaped[i] === '%') {
        bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.push(escaped.charCodeAt(i));
      }
    }
    return Uint8Array.from(bytes);
  }
}

/** The other half. Malformed input becomes U+FFFD, or a TypeError when `fatal` is asked for, as in the standard. */
export class TextDecoder {
  readonly encoding = 'utf-8';
  readonly fatal: boolean;

  constructor(_label = 'utf-8', options: { fatal?: boolean } = {}) {
    this.fatal = options.fatal ?? false;
  }

  decode(input: ArrayBuffer | ArrayBufferView = new Uint8Array(0)): string {
    const bytes = ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    let text = '';
    for (let at = 0; at < bytes.length; ) {
      const { point, length } = readPoint(bytes, at);
      if (point === REPLACEMENT_FOR_ERROR && this.fatal) throw new TypeError('The encoded data was not valid utf-8');
      text += String.fromCodePoint(point === REPLACEMENT_FOR_ERROR ? 0xfffd : point);
      at += length;
    }
    return text;
  }
}

const REPLACEMENT_FOR_ERROR = -1;

/** Smallest code point that a sequence of 2, 3 or 4 bytes may carry. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];

function readPoint(bytes: Uint8Array, at: number): { point: number; length: number } {
  const first = bytes[at] as number;
  if (first < 0x80) return { point: first, length: 1 };
  const wanted = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (wanted === 0 || first >= 0xf5) return { point: REPLACEMENT_FOR_ERROR, length: 1 };
  let point = first & (0x7f >> wanted);
  for (let i = 1; i < wanted; i += 1) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return { point: REPLACEMENT_FOR_ERROR, length: i };
    point = (point << 6) | (next & 0x3f);
  }
  const wrong = point < (LEAST[wanted] as number) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
  return wrong ? { point: REPLACEMENT_FOR_ERROR, length: 1 } : { point, length: wanted };
}
