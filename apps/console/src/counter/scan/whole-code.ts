import { examine, nobleContext } from '@yuezheng/live-pass';
import { scannedCode } from './scanned-code';

/** Knows no issuer and no hour: only the structure of a code can satisfy or fail it. */
const STRUCTURE_ONLY = { now: 0, issuerKeys: new Map<number, never>(), ctx: nobleContext };

/** Whether what was typed is one of our codes from its first character to its last; whose and how old does not matter. */
export function isWholeCode(typed: string): boolean {
  const examined = examine(scannedCode(typed), STRUCTURE_ONLY);
  return examined.kind === 'examined' || examined.reason !== 'malformed';
}
