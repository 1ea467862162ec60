import { createCredentialCache } from '@yuezheng/live-pass';
import { createNodeContext } from '@yuezheng/live-pass/node';

/** OpenSSL's cryptography for the live pass, with its cache of imported keys. */
export const liveCrypto = createNodeContext();

/** Credentials that were vouched for already: the next code of the same phone costs one signature less. */
export const seenCredentials = createCredentialCache();

/** RFC 4648 §5 without padding. */
export const toBase64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Reads what `toBase64Url` wrote; other characters are skipped. */
export const fromBase64Url = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
