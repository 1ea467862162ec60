import { CODE_PREFIX, fromScanner } from '@yuezheng/live-pass';

/**
 * What a scanner typed, as the code it read. Our codes have capitals only, so a scanner that types small ones
 * (Caps Lock was on) is understood as well; foreign codes stay as they are.
 */
export function scannedCode(typed: string): string {
  const code = fromScanner(typed);
  const capital = code.toUpperCase();
  return capital.startsWith(CODE_PREFIX) ? capital : code;
}
