import { z } from 'zod';
import { ALG_EDDSA } from '@yuezheng/live-pass';
import { fromBase64Url, liveCrypto, toBase64Url } from '../live-crypto';

/** An issuer key, as `issuer-<kid>.json` keeps it. */
export interface KeptKey {
  readonly kid: number;
  readonly algorithm: typeof ALG_EDDSA;
  readonly publicKey: Uint8Array;
  /** Gone once nothing may be signed with it any more. */
  readonly secretKey?: Uint8Array;
  /** Epoch ms from which it signs; it is published at once. 0: always. */
  readonly signsFrom: number;
  /** Kids that are no longer to be trusted since this key is there. */
  readonly withdraws: readonly number[];
}

const key32 = z.base64url().transform(fromBase64Url).refine((key) => key.length === 32);
const Kid = z.int().min(0).max(0xffff);
const KeyFile = z.object({
  kid: Kid,
  algorithm: z.literal(ALG_EDDSA),
  secretKey: key32.optional(),
  publicKey: key32.optional(),
  signsFrom: z.iso.datetime().optional(),
  withdraws: z.array(Kid).optional(),
  // Written before keys had dates. One that was not to sign must not begin to.
  use: z.literal('sign').optional(),
});

export const LAST_KID = 0xffff;

/** A new key from 32 secret bytes. */
export function newKey(facts: Pick<KeptKey, 'kid' | 'signsFrom' | 'withdraws'> & { readonly secretKey: Uint8Array }): KeptKey {
  return { ...facts, algorithm: ALG_EDDSA, publicKey: liveCrypto.generateKeyPair(ALG_EDDSA, facts.secretKey).publicKey };
}

/** @returns nothing for what is no key file */
export function readKeyFile(text: string): KeptKey | undefined {
  const parsed = KeyFile.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { kid, algorithm, secretKey, signsFrom, withdraws = [] } = parsed.data;
  const publicKey = secretKey ? liveCrypto.generateKeyPair(algorithm, secretKey).publicKey : parsed.data.publicKey;
  if (!publicKey || !liveCrypto.isSoundPublicKey(algorithm, publicKey)) return undefined;
  return { kid, algorithm, publicKey, ...(secretKey && { secretKey }), signsFrom: signsFrom ? Date.parse(signsFrom) : 0, withdraws };
}

export function writeKeyFile({ kid, algorithm, publicKey, secretKey, signsFrom, withdraws }: KeptKey): string {
  const file = {
    kid,
    algorithm,
    publicKey: toBase64Url(publicKey),
    ...(secretKey && { secretKey: toBase64Url(secretKey) }),
    ...(signsFrom > 0 && { signsFrom: new Date(signsFrom).toISOString() }),
    ...(withdraws.length > 0 && { withdraws }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
