import { COSEKey, Sign1 } from '@auth0/cose';
import { decode } from 'cborg';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex } from '../src/bytes';

/**
 * The published credential and status list, opened by a COSE library that is not ours with the published key. The CBOR
 * of their payloads is read by the plain decoder, without the rules of this package.
 */
interface Published {
  readonly issuer: { readonly kid: number };
  readonly holder: { readonly publicKey: string };
  readonly keySets: { readonly published: string };
  readonly credential: { readonly bytes: string; readonly expiresAt: number; readonly maskedName: string; readonly statusIndex: number };
}

interface PublishedList {
  readonly bytes: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

const read = (file: string): string => readFileSync(join(__dirname, file), 'utf8');
const keys: Published = JSON.parse(read('keys.json'));
const list: PublishedList = JSON.parse(read('status-list.json'));
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

const EDDSA = -8;
const KID = Uint8Array.of(0, keys.issuer.kid);

function mapOf(cbor: Uint8Array): ReadonlyMap<unknown, unknown> {
  const value: unknown = decode(cbor, { useMaps: true });
  return value instanceof Map ? value : new Map();
}

/** The issuer's key out of the published set, through that library's own COSE_Key. */
function issuerKey(): ReturnType<COSEKey['toKeyLike']> {
  const set: unknown = decode(bytes(keys.keySets.published), { useMaps: true });
  const entries: readonly Map<number, unknown>[] = Array.isArray(set) ? set : [];
  const entry = entries.find((key) => Buffer.from(KID).equals(kidOf(key)));
  return COSEKey.import(entry ?? new Map()).toKeyLike();
}

function kidOf(key: ReadonlyMap<number, unknown>): Uint8Array {
  const kid = key.get(2);
  return kid instanceof Uint8Array ? kid : new Uint8Array(0);
}

describe.each([
  ['credential', bytes(keys.credential.bytes)],
  ['status list', bytes(list.bytes)],
])('the published %s', (_, message) => {
  test('is a COSE_Sign1 by the published key, which names its algorithm and its key', async () => {
    const opened = Sign1.decode(message);
    await expect(opened.verify(await issuerKey())).resolves.toBeUndefined();
    expect(opened.alg).toBe(EDDSA);
    expect(Buffer.from(KID).equals(opened.kid ?? new Uint8Array(0))).toBe(true);
    expect(opened.unprotectedHeaders.size).toBe(0);
  });

  test('is refused when a bit of payload or signature is flipped', async () => {
    const key = await issuerKey();
    const { payload, signature } = Sign1.decode(message);
    for (const part of [payload, signature]) {
      const at = Buffer.from(message).indexOf(Buffer.from(part)) + Math.floor(part.length / 2);
      const flipped = message.map((byte, i) => (i === at ? byte ^ 1 : byte));
      await expect(Sign1.decode(flipped).verify(key)).rejects.toThrow();
    }
  });
});

test('the claims of the credential: expiry, the permit, and the holder’s key in cnf', async () => {
  const claims = mapOf(Sign1.decode(bytes(keys.credential.bytes)).payload);
  expect(claims.get(4)).toBe(keys.credential.expiresAt / 1000);
  expect(claims.get(-65537)).toEqual([1, keys.credential.maskedName, 20_807, keys.credential.statusIndex]);
  const confirmation: unknown = claims.get(8);
  const coseKey: unknown = confirmation instanceof Map ? confirmation.get(1) : undefined;
  if (!(coseKey instanceof Map)) throw new Error('cnf holds a COSE_Key');
  const jwk = COSEKey.import(new Map(coseKey)).toJWK();
  expect(jwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(keys.holder.publicKey, 'hex').toString('base64url') });
});

test('the claims of the status list: type, times, and two bits an entry', () => {
  const opened = Sign1.decode(bytes(list.bytes));
  expect(opened.protectedHeaders.get(16)).toBe('application/statuslist+cwt');
  const claims = mapOf(opened.payload);
  expect([claims.get(6), claims.get(4)]).toEqual([list.issuedAt / 1000, list.expiresAt / 1000]);
  const body: unknown = claims.get(65533);
  expect(body instanceof Map && body.get('bits')).toBe(2);
});
