import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { epochDay } from '../src/calendar-day';
import { fromHex } from '../src/bytes';
import type { CryptoContext } from '../src/crypto-context';
import { decodeKeySet } from '../src/key-set';
import { nobleContext } from '../src/noble-context';
import { nodeInflate } from '../src/node';
import { checkPossession } from '../src/possession';
import { readCredential } from '../src/credential';
import { statusAt } from '../src/status-bits';
import { openStatusList } from '../src/status-list';
import { REFUSAL_REASONS } from '../src/verdict';
import { verifyPresentation } from '../src/verify-presentation';
import { ctx, holderKey, must, verifier } from '../testing/fixtures';
import { forgeCredential, LAST_DAY, shown } from './forge';
import { asText, makeVectors } from './make';
import type { KeySetName, Vector } from './vector';

interface Published {
  readonly keySets: Readonly<Record<KeySetName, string>>;
  readonly credential: { readonly bytes: string; readonly maskedName: string; readonly expiresAt: number };
  readonly possession: { readonly challenge: string; readonly signature: string };
}

interface PublishedList {
  readonly bytes: string;
  readonly issuedAt: number;
  readonly statuses: readonly string[];
}

const text = (file: string): string => readFileSync(join(__dirname, file), 'utf8');
const accepted: readonly Vector[] = JSON.parse(text('accepted.json'));
const refused: readonly Vector[] = JSON.parse(text('refused.json'));
const keys: Published = JSON.parse(text('keys.json'));
const list: PublishedList = JSON.parse(text('status-list.json'));
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

function verdictOn(vector: Vector, context: CryptoContext): unknown {
  const expected = vector.expectedBinding;
  return verifyPresentation(vector.code, {
    now: vector.now,
    issuerKeys: must(decodeKeySet(bytes(keys.keySets[vector.keySet]))),
    ctx: context,
    assurance: vector.assurance,
    statusOf: () => vector.status,
    burnedBefore: () => vector.burnedBefore,
    seen: () => vector.seen,
    expectedBinding: expected && { nonce: bytes(expected.nonce), audience: bytes(expected.audience) },
  });
}

test.each(Object.entries(makeVectors()))('%s is what the generator makes', (file, content) => {
  expect(text(file)).toBe(asText(content));
});

describe.each([
  ['node', ctx],
  ['pure JavaScript', nobleContext],
])('with %s cryptography', (_, context) => {
  test.each(accepted.map((vector) => [vector.name, vector] as const))('accepts %s', (_name, vector) => {
    if (vector.expect.kind !== 'accepted') throw new Error('a good vector expects acceptance');
    const { kind, presentationId, slot, ...credential } = vector.expect;
    const { assurance, status } = vector;
    const verdict = { kind, presentationId, slot, assurance, statusAsOf: status.asOf, credential };
    expect(verdictOn(vector, context)).toMatchObject(verdict);
  });

  test.each(refused.map((vector) => [vector.name, vector] as const))('refuses %s', (_name, vector) => {
    expect(verdictOn(vector, context)).toMatchObject(vector.expect);
  });
});

test('there is a bad vector for every reason of the closed list, and they have names of their own', () => {
  const reasons = new Set(refused.map(({ expect: { ...told } }) => ('reason' in told ? told.reason : '')));
  expect([...reasons].sort()).toEqual([...REFUSAL_REASONS].sort());
  expect(new Set([...accepted, ...refused].map(({ name }) => name)).size).toBe(
    accepted.length + refused.length,
  );
});

test('what the forge makes without a fault is accepted, so each forged vector fails for its fault alone', () => {
  expect(epochDay('2026-12-20')).toBe(LAST_DAY);
  expect(verifyPresentation(shown(forgeCredential()), verifier())).toMatchObject({ kind: 'accepted' });
});

test('the published credential, proof of possession and status list read as they say', () => {
  const credential = must(readCredential(bytes(keys.credential.bytes)));
  expect(credential.claims).toMatchObject({
    maskedName: keys.credential.maskedName,
    expiresAt: keys.credential.expiresAt,
  });
  const { challenge, signature } = keys.possession;
  expect(checkPossession(holderKey, bytes(challenge), bytes(signature), nobleContext)).toEqual({
    ok: true,
    value: true,
  });
  const issuerKeys = must(decodeKeySet(bytes(keys.keySets.published)));
  const opened = must(
    openStatusList(bytes(list.bytes), { issuerKeys, ctx: nobleContext, inflate: nodeInflate }),
  );
  expect(opened.issuedAt).toBe(list.issuedAt);
  expect(list.statuses.map((_, index) => statusAt(opened.packed, index))).toEqual(list.statuses);
});
