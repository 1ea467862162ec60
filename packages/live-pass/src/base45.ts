/**
 * Base45 (RFC 9285): the alphabet of a QR code's alphanumeric mode, two bytes in three characters.
 * Own code, because the npm package needs Buffer (absent on phones) and lets overflowing groups through.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

const NO_DIGIT = 255;

/** Value of each character code below 128; NO_DIGIT, as -1 wraps round to 255, for those outside the alphabet. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** Base45 of RFC 9285 §4: three characters for two bytes, all in the alphanumeric mode of a QR code. */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1];
    text += second === undefined ? digits(first, 2) : digits(first * 256 + second, 3);
  }
  return text;
}

/** The bytes, or undefined for a foreign character, a group that overflows or a length that cannot be. */
export function fromBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  for (let at = 0, to = 0; at < text.length; at += 3) {
    const isPair = at + 3 <= text.length;
    const value = valueOf(text, at, isPair ? 3 : 2);
    if (value === undefined || value > (isPair ? 0xffff : 0xff)) return undefined;
    if (isPair) bytes[to++] = value >> 8;
    bytes[to++] = value & 0xff;
  }
  return bytes;
}

function digits(value: number, count: number): string {
  let text = '';
  for (let rest = value, i = 0; i < count; i += 1, rest = Math.floor(rest / 45)) text += ALPHABET[rest % 45];
  return text;
}

function valueOf(text: string, at: number, count: number): number | undefined {
  let value = 0;
  for (let i = at + count - 1; i >= at; i -= 1) {
    const digit = VALUES[text.charCodeAt(i)] ?? NO_DIGIT;
    if (digit === NO_DIGIT) return undefined;
    value = value * 45 + digit;
  }
  return value;
}
