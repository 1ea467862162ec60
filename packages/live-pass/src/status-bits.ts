import type { PermitStatus } from './judge';

/** Status types of a Token Status List with two bits an entry; 3 is left to applications and unused here. */
export const STATUS_VALUES = { valid: 0, cancelled: 1, suspended: 2 } as const;
export type ListedStatus = keyof typeof STATUS_VALUES;

const ENTRIES_PER_BYTE = 4;
const MEANINGS: readonly PermitStatus[] = ['valid', 'cancelled', 'suspended', 'unknown'];

/**
 * Packs statuses, two bits each, the first entry in the lowest bits of the first byte.
 * `exceptions` names the entries that are not valid; one outside the list is passed over.
 */
export function packStatuses(
  size: number,
  exceptions: Iterable<readonly [number, ListedStatus]>,
): Uint8Array {
  const packed = new Uint8Array(Math.ceil(size / ENTRIES_PER_BYTE));
  for (const [index, status] of exceptions) {
    if (!Number.isInteger(index) || index < 0 || index >= size) continue;
    const at = Math.floor(index / ENTRIES_PER_BYTE);
    const shift = 2 * (index % ENTRIES_PER_BYTE);
    packed[at] = ((packed[at] ?? 0) & ~(3 << shift)) | (STATUS_VALUES[status] << shift);
  }
  return packed;
}

/** The status at an index; 'unknown' outside the list. */
export function statusAt(packed: Uint8Array, index: number): PermitStatus {
  const byte = packed[Math.floor(index / ENTRIES_PER_BYTE)];
  if (byte === undefined) return 'unknown';
  return MEANINGS[(byte >> (2 * (index % ENTRIES_PER_BYTE))) & 3] ?? 'unknown';
}
