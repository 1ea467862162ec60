import { randomUUID } from 'node:crypto';
import { present, slotStart } from '@yuezheng/live-pass';
import { ctx } from './holders.mjs';

/**
 * What a holder's phone shows in a slot.
 * @param {Pick<import('./holders.mjs').Holder, 'credential' | 'key'>} holder
 * @param {number} slot
 */
export function codeOf({ credential, key }, slot) {
  const shown = present({ credential, holderKey: key, now: slotStart(slot), ctx });
  if (!shown.ok) throw new Error(shown.error);
  return shown.value.code;
}

/**
 * The request of a counter that scanned a code.
 * @param {string} code
 * @param {string} token of a clerk
 * @returns {import('./load.mjs').Shot}
 */
export const scanOf = (code, token) => ({
  path: '/api/staff/verifications',
  headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), accept: 'application/json' },
  body: JSON.stringify({ code, purpose: 'motor-vehicle' }),
});
