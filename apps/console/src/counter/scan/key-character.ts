/** What a key of the US layout gives, plain and with Shift, by `KeyboardEvent.code`. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Semicolon: [';', ':'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Quote: ["'", '"'],
  Space: [' ', ' '],
};

const SHIFTED_DIGITS = ')!@#$%^&*(';
const NUMPAD: Readonly<Record<string, string>> = {
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
  NumpadDecimal: '.',
};

/** The parts of a keyboard event that are looked at. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'isComposing'>;

/**
 * The character that a scanner meant by a key; undefined for keys that print nothing.
 * While a Chinese input method is on, the browser hides the key (`Process`) and only the place on the keyboard is left;
 * scanners type as on a US keyboard.
 */
export function keyCharacter(press: KeyPress): string | undefined {
  const hidden = press.isComposing || press.key === 'Process' || press.key === 'Unidentified';
  if (!hidden) return press.key.length === 1 ? press.key : undefined;
  return byPlace(press.code, press.shiftKey);
}

function byPlace(code: string, shift: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shift ? SHIFTED_DIGITS[Number(digit)] : digit;
  return /^Numpad(\d)$/.exec(code)?.[1] ?? NUMPAD[code] ?? MARKS[code]?.[shift ? 1 : 0];
}
