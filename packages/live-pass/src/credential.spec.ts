import fc from 'fast-check';
import { ctx, holderKey, issue, issuerKey, must, request } from '../testing/fixtures';
import {
  CREDENTIAL_LIFETIME_MS,
  issueCredential,
  readCredential,
  type CredentialRequest,
} from './credential';

const SHANGHAI_MIDNIGHT = Date.UTC(2026, 10, 22, 16);

function errorFor(change: Partial<CredentialRequest>): string | undefined {
  const issued = issueCredential({ ...request, ...change }, issuerKey, ctx);
  return issued.ok ? undefined : issued.error;
}

test('a credential lives a day at most', () => {
  expect(issue().expiresAt).toBe(request.now + CREDENTIAL_LIFETIME_MS);
  expect(issue({ lifetimeMs: 90_500 }).expiresAt).toBe(Math.floor((request.now + 90_500) / 1000) * 1000);
});

test('it ends with the last day of the permit as Guangdong counts days', () => {
  expect(issue({ permitValidUntil: '2026-11-22' }).expiresAt).toBe(SHANGHAI_MIDNIGHT);
  expect(errorFor({ permitValidUntil: '2026-11-22', now: SHANGHAI_MIDNIGHT - 1 })).toBeUndefined();
  expect(errorFor({ permitValidUntil: '2026-11-22', now: SHANGHAI_MIDNIGHT })).toBe('permit-over');
});

test('what was issued is read back', () => {
  fc.assert(
    fc.property(
      fc.nat(255),
      fc.constantFrom('林**', '李*', '阿**', '欧阳**', '𠮷**', '王*明'),
      fc.integer({ min: 20_780, max: 65_535 }),
      fc.nat(0xffff_ffff),
      (permitType, maskedName, day, statusIndex) => {
        const permitValidUntil = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const wished = { permitType, maskedName, permitValidUntil, statusIndex };
        expect(must(readCredential(issue(wished).bytes)).claims).toMatchObject(wished);
      },
    ),
    { numRuns: 50 },
  );
});

test.each<[string, Partial<CredentialRequest>]>([
  ['bad-permit-type', { permitType: 256 }],
  ['bad-name', { maskedName: '' }],
  ['bad-name', { maskedName: '林晓岚欧阳' }],
  ['bad-name', { maskedName: '林 *' }],
  ['bad-name', { maskedName: '林\ud800' }],
  ['bad-date', { permitValidUntil: '2026-02-30' }],
  ['bad-date', { permitValidUntil: '2026-2-3' }],
  ['bad-date', { permitValidUntil: '2149-06-07' }],
  ['bad-status-index', { statusIndex: -1 }],
  ['bad-status-index', { statusIndex: 2 ** 32 }],
  ['bad-time', { lifetimeMs: CREDENTIAL_LIFETIME_MS + 1 }],
  ['bad-time', { lifetimeMs: 0 }],
  ['bad-time', { lifetimeMs: Number.NaN }],
  ['bad-time', { now: -90_000_000 }],
  ['bad-time', { now: 0xffff_ffff * 1000, permitValidUntil: '2149-06-06' }],
  ['permit-over', { now: Number.NaN }],
  ['bad-holder-key', { holderKey: { ...holderKey, alg: -7 } }],
  ['bad-holder-key', { holderKey: { ...holderKey, publicKey: new Uint8Array(31) } }],
  ['bad-holder-key', { holderKey: { ...holderKey, publicKey: new Uint8Array(32) } }],
])('%s is told for %j', (error, change) => {
  expect(errorFor(change)).toBe(error);
});

test.each([{ kid: 65_536 }, { kid: -1 }, { alg: -7 }])('an issuer key with %j cannot sign', (change) => {
  expect(issueCredential(request, { ...issuerKey, ...change }, ctx)).toEqual({
    ok: false,
    error: 'bad-issuer-key',
  });
});

test('reading never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expect(readCredential(bytes).ok).toBe(false)),
  );
});
