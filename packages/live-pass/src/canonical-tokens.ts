import { Tokenizer, Type, type Token } from 'cborg';
import { equalBytes } from './bytes';

/** Strings that keep their bytes, shortest heads only, and nothing that this package has no use for. */
const STRICT = {
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowBigInt: false,
  allowInfinity: false,
  allowNaN: false,
  retainStringBytes: true,
} as const;

/**
 * Reads CBOR token by token and throws where the deterministic encoding (RFC 8949 §4.2.1) would have written
 * another one, so that nothing has to be encoded anew to be compared. The order of map keys is not seen here.
 */
export class CanonicalTokens extends Tokenizer {
  readonly reading = STRICT;

  constructor(bytes: Uint8Array) {
    super(bytes, STRICT);
  }

  override next(): Token {
    const token = super.next();
    if (token.type.major === Type.float.major && token.value !== null) throw new Error('a float or a simple value');
    if (token.byteValue !== undefined && !isUtf8Of(String(token.value), token.byteValue)) throw new Error('not UTF-8');
    return token;
  }
}

function isUtf8Of(text: string, bytes: Uint8Array): boolean {
  return equalBytes(new TextEncoder().encode(text), bytes);
}
