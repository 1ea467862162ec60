import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The account that our server has at the data exchange. */
export const EXCHANGE_ACCOUNT = {
  appId: 'yuezheng-server',
  secret: 'sandbox-exchange-secret-000000001',
} as const;

/** What is signed. */
export interface ExchangeCall {
  /** In capitals. */
  method: string;
  /** With its leading slash, without host and query. */
  path: string;
  /** Milliseconds since 1970, in digits. */
  timestamp: string;
  /** 8–64 characters that the caller has not used before. */
  nonce: string;
  /** Exactly as sent. */
  body: string;
}

/** HMAC-SHA256 in hex over method, path, timestamp, nonce and SHA-256 of the body in hex, one a line. */
export const exchangeSignature = (call: ExchangeCall, secret: string): string => {
  const bodyHash = createHash('sha256').update(call.body).digest('hex');
  const lines = [call.method, call.path, call.timestamp, call.nonce, bodyHash].join('\n');
  return createHmac('sha256', secret).update(lines).digest('hex');
};

export const isSignedBy = (call: ExchangeCall, signature: string, secret: string): boolean => {
  const expected = Buffer.from(exchangeSignature(call, secret));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
};
