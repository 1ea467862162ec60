import { Unzlib } from 'fflate';
import type { Inflate } from '@yuezheng/live-pass';

const FED_AT_ONCE = 16 * 1024;

/** zlib for status lists. Stops as soon as more than `mostBytes` come out, so that a small file cannot fill the memory. */
export const boundedInflate: Inflate = (compressed, mostBytes) => {
  const parts: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const stream = new Unzlib((part, final) => {
    parts.push(part);
    size += part.length;
    finished = final;
  });
  try {
    for (let at = 0; at < compressed.length && size <= mostBytes; at += FED_AT_ONCE) {
      stream.push(compressed.subarray(at, at + FED_AT_ONCE), at + FED_AT_ONCE >= compressed.length);
    }
  } catch {
    return undefined;
  }
  return finished && size <= mostBytes ? joined(parts, size) : undefined;
};

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
