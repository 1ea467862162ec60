import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SMS_ACCOUNT } from './credentials';

/** Why an Authorization header is refused, in the provider's codes. */
export type Tc3Refusal =
  'AuthFailure.InvalidAuthorization' | 'AuthFailure.SecretIdNotFound' | 'AuthFailure.SignatureFailure';

const FORM =
  /^TC3-HMAC-SHA256 Credential=([^/\s]+)\/(\d{4}-\d{2}-\d{2})\/sms\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The parts of a request that a TC3 signature covers. */
export interface SignedRequest {
  headers: IncomingHttpHeaders;
  body: string;
  /** Seconds since 1970, from X-TC-Timestamp. */
  timestamp: string;
}

/**
 * The signature of Tencent Cloud API 3.0 (TC3-HMAC-SHA256) for a POST.
 *
 * @param signedHeaders names in small letters joined by `;`
 * @param date day of the timestamp in UTC
 */
export const tc3Signature = (
  request: SignedRequest,
  signedHeaders: string,
  date: string,
  secretKey: string,
): string => {
  const canonicalHeaders = signedHeaders
    .split(';')
    .map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .toLowerCase()}\n`,
    )
    .join('');
  // API 3.0 fixes the path to a slash, whatever the address is.
  const canonical = ['POST', '/', '', canonicalHeaders, signedHeaders, sha256(request.body)].join('\n');
  const scope = `${date}/sms/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', request.timestamp, scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), 'sms'), 'tc3_request');
  return hmac(key, toSign).toString('hex');
};

/** Checks the Authorization header of a request; undefined when it is right. */
export const tc3Refusal = (request: SignedRequest): Tc3Refusal | undefined => {
  const [, secretId, date, signedHeaders, signature] = FORM.exec(request.headers.authorization ?? '') ?? [];
  if (
    secretId === undefined ||
    date === undefined ||
    signedHeaders === undefined ||
    signature === undefined
  ) {
    return 'AuthFailure.InvalidAuthorization';
  }
  if (secretId !== SMS_ACCOUNT.secretId) return 'AuthFailure.SecretIdNotFound';
  const dayOfTimestamp = new Date(Number(request.timestamp) * 1_000).toISOString().slice(0, 10);
  const coversHost = ['content-type', 'host'].every((name) => signedHeaders.split(';').includes(name));
  const expected = tc3Signature(request, signedHeaders, date, SMS_ACCOUNT.secretKey);
  const right = timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  return right && coversHost && date === dayOfTimestamp ? undefined : 'AuthFailure.SignatureFailure';
};
