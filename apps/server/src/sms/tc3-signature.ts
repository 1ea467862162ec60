import { createHash, createHmac } from 'node:crypto';

export interface Tc3Credentials {
  readonly secretId: string;
  readonly secretKey: string;
}

const SIGNED_HEADERS = 'content-type;host';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * `Authorization` of a POST to Tencent Cloud API 3.0 (TC3-HMAC-SHA256).
 * @param seconds since 1970, as sent in `X-TC-Timestamp`
 */
export function tc3Authorization(credentials: Tc3Credentials, service: string, host: string, seconds: number, body: string): string {
  const day = new Date(seconds * 1000).toISOString().slice(0, 10);
  const canonical = ['POST', '/', '', `content-type:application/json\nhost:${host}\n`, SIGNED_HEADERS, sha256(body)].join('\n');
  const scope = `${day}/${service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', String(seconds), scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${credentials.secretKey}`, day), service), 'tc3_request');
  const signature = hmac(key, toSign).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${credentials.secretId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`;
}
