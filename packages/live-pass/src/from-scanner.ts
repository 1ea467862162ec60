/**
 * What a hand scanner typed, as the code it read: line ends and tabs that scanners add are cut off, and
 * full-width characters (a Chinese input method was on) become plain ones again. Spaces stay, as base45
 * has the space among its digits: never trim a code.
 */
export function fromScanner(typed: string): string {
  return typed.normalize('NFKC').replace(/^[\r\n\t]+|[\r\n\t]+$/g, '');
}
