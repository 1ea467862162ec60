import { z, EpochMs, Id } from '../schema';
import { defineRoute } from '../route';

/** base64url without padding. */
export const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(4096));

/** COSE algorithm identifier (IANA registry; RFC 9053), such as −8 for EdDSA. */
const CoseAlgorithm = z.int().check(z.minimum(-65_536), z.maximum(65_535));

/** First step: a challenge that the new key must sign, so that nobody registers another phone's key. */
export const startCredential = defineRoute({
  method: 'POST', path: '/live-pass/challenges', summary: '申请出示凭证：取得待签名的挑战', auth: 'resident',
  body: z.object({ permitId: Id }),
  response: z.object({ challengeId: Id, challenge: Base64Url, expiresInSeconds: z.int() }),
  errors: ['not-found', 'permit-not-valid'],
});

/** Second step: the server signs a credential (≤ 24 h) for this phone's key; another phone's one ends. */
export const issueCredential = defineRoute({
  method: 'POST', path: '/live-pass/credentials', summary: '签发绑定本机密钥的出示凭证', auth: 'resident',
  body: z.object({ permitId: Id, challengeId: Id, deviceId: Id, algorithm: CoseAlgorithm, holderKey: Base64Url, proof: Base64Url, takeOver: z.optional(z.boolean()) }),
  response: z.object({
    credential: Base64Url,
    /** Server time in milliseconds, taken as the answer leaves. */
    serverTime: z.number(),
    /** Milliseconds since the epoch. */
    expiresAt: z.number(),
  }),
  errors: ['not-found', 'permit-not-valid', 'holder-key-invalid', 'device-replaced'],
});

/** The same two characters and colour that the counter sees after an online scan. */
export const Challenge = z.object({ characters: z.string(), colour: z.string(), colourName: z.string(), ink: z.string() });
export type Challenge = z.infer<typeof Challenge>;

/** What has become of a showing: the latest scan of this phone's code, within the last two minutes. */
export const Showing = z.object({
  serverTime: z.number(),
  /** Whether this phone is still the holder's one active phone. */
  active: z.boolean(),
  /** Whether the permit itself is in force: one that is suspended or cancelled is not shown any longer. */
  inForce: z.boolean(),
  /** The key that signed this phone's credential was withdrawn: no counter takes its codes until it has a new one. */
  renew: z.optional(z.literal(true)),
  scan: z.optional(z.object({ id: Id, at: z.number(), where: z.string(), purpose: z.string(), accepted: z.boolean(), result: z.string(), challenge: z.optional(Challenge) })),
});
export type Showing = z.infer<typeof Showing>;

/** Asked once when a permit is opened, and once a second where the channel cannot be had. */
export const getShowing = defineRoute({
  method: 'GET', path: '/live-pass/showing/:permitId', summary: '出示中：最近一次扫码的校验字', auth: 'resident',
  params: z.object({ permitId: Id }), query: z.object({ deviceId: Id }), response: Showing, errors: ['not-found'],
});

/**
 * WebSocket below `/api` over which the server tells a showing at once: no phone has to ask. The phone sends one
 * `ChannelHello`; the server answers with `ChannelMessage`s until either side closes. A refusal is a close; why, the
 * phone learns by asking `getShowing`.
 */
export const SHOWING_CHANNEL = '/live-pass/channel';

/** The first and only message of the phone. The token travels here and not in the address, which is logged on the way. */
export const ChannelHello = z.object({ token: z.string().check(z.maxLength(256)), permitId: Id, deviceId: Id });
export type ChannelHello = z.infer<typeof ChannelHello>;

/** `showing`: the state as it is now, first at the start and then at each change. `alive`: nothing new, the channel stands. */
export const ChannelMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('showing'), showing: Showing }),
  z.object({ kind: z.literal('alive') }),
]);
export type ChannelMessage = z.infer<typeof ChannelMessage>;

/** The server says `alive` at least this often; a channel silent for twice as long is dead. Milliseconds. */
export const CHANNEL_ALIVE_MS = 10_000;

/** A screenshot or recording was seen: codes shown before `before` (server time, ms) are refused as burned. */
export const burnCodes = defineRoute({
  method: 'POST', path: '/live-pass/burns', summary: '截屏或录屏：作废已出示的码', auth: 'resident',
  body: z.object({ permitId: Id, deviceId: Id, before: EpochMs, cause: z.enum(['screenshot', 'recording']) }),
  response: z.object({ done: z.literal(true) }), errors: ['not-found'],
});

/** COSE_KeySet (RFC 9052) of the issuer, CBOR in base64url. */
export const getIssuerKeys = defineRoute({
  method: 'GET', path: '/live-pass/keys', summary: '签发方公钥集（COSE_KeySet）', auth: 'public',
  response: z.object({ keySet: Base64Url }), errors: [],
});

/** Token Status List in CWT form with 2 bits per permit, signed: `application/statuslist+cwt`, with an `ETag`. */
export const getStatusList = defineRoute({
  method: 'GET', path: '/live-pass/status', summary: '证照状态列表（Token Status List）', auth: 'public', response: 'binary', errors: [],
});
