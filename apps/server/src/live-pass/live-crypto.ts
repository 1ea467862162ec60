import { createNodeContext } from '@yuezheng/live-pass/node';

/** OpenSSL's cryptography for the live pass, with its cache of imported keys. */
export const liveCrypto = createNodeContext();

export const toBase64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export const fromBase64Url = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
