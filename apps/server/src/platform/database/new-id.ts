import { randomFillSync } from 'node:crypto';

const ID_BYTES = 16;
/** Randomness for many ids at once: asking the system for each costs more than all the rest of an id. */
const pool = Buffer.alloc(256 * ID_BYTES);
let used = pool.length;

/** A UUIDv7 (RFC 9562): 48 bits of time, so that indexes grow at their end, and 74 random bits. */
export function newId(): string {
  const bytes = randomSlice();
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function randomSlice(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  return bytes;
}
