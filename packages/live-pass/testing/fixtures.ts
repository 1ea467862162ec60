import { issueCredential, type CredentialRequest, type IssuedCredential } from '../src/credential';
import { ALG_EDDSA, type IssuerKey, type KeyPair } from '../src/crypto-context';
import type { StatusFact } from '../src/judge';
import type { IssuerKeys } from '../src/key-set';
import { createNodeContext } from '../src/node-context';
import { present, type Showing } from '../src/present';
import type { Result } from '../src/result';
import type { VerifyContext } from '../src/verify-presentation';

/** For specs and vectors only: fixed keys and one moment, so that every run sees the same bytes. */
export const ctx = createNodeContext();

/** 2026-11-22 09:41:27 in Guangdong, two seconds into its slot. */
export const NOW = Date.UTC(2026, 10, 22, 1, 41, 27);

export const keyPair = (fill: number): KeyPair =>
  ctx.generateKeyPair(ALG_EDDSA, new Uint8Array(32).fill(fill));

export const issuerPair = keyPair(1);
export const issuerKey: IssuerKey = { kid: 7, alg: ALG_EDDSA, secretKey: issuerPair.secretKey };
export const issuerKeys: IssuerKeys = new Map([[7, issuerPair]]);
export const holderKey = keyPair(2);

export const request: CredentialRequest = {
  permitType: 1,
  maskedName: '林**',
  permitValidUntil: '2026-12-20',
  statusIndex: 31_415_926,
  holderKey,
  now: NOW - 60_000,
};

export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.error}`);
  return result.value;
}

export function issue(change: Partial<CredentialRequest> = {}, key = issuerKey): IssuedCredential {
  return must(issueCredential({ ...request, ...change }, key, ctx));
}

export function codeAt(now: number, change: Partial<Showing> = {}): string {
  return must(present({ credential: issue().bytes, holderKey, now, ctx, ...change })).code;
}

export const validStatus: StatusFact = { status: 'valid', asOf: NOW, expiresAt: NOW + 86_400_000 };

export function verifier(change: Partial<VerifyContext> = {}): VerifyContext {
  return {
    now: NOW,
    issuerKeys,
    ctx,
    assurance: 'online',
    statusOf: () => validStatus,
    seen: () => false,
    ...change,
  };
}
