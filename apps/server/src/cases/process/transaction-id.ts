import { actorKey } from '../../platform/auth/caller';
import { sha256 } from '../../platform/crypto/keyed-hash';
import { handlerArgument } from '../../platform/http/handler-argument';

/**
 * The id of one intended step (a UUIDv8, RFC 9562): the same for every retry of a request, because it is made of the
 * caller and the `Idempotency-Key`. Stored with the step, it recognises a retry even when the process died between the
 * commit and the answer.
 */
export const transactionIdOf = (actor: string, key: string): string => {
  const bytes = sha256(`${actor}\n${key}`).subarray(0, 16);
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Only for writes that need an `Idempotency-Key` and a log-in: both have been checked by then. */
export const TransactionId = handlerArgument(({ caller, headers }): string => {
  if (!caller) throw new Error('a transaction id needs a caller');
  return transactionIdOf(actorKey(caller), String(headers['idempotency-key']));
});
