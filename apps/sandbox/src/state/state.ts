import { z } from 'zod';
import { isLocalDate } from '../time/local-date';

const instant = z.number();

const messageFieldSchema = z.object({ label: z.string(), value: z.string() });

/** Something that arrived on a phone. `at` is milliseconds since 1970 by the sandbox's clock. */
const messageSchema = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'template', 'subscribe']),
  at: instant,
  /** Sender of an SMS, or title of a WeChat message. */
  title: z.string(),
  /** The whole text of an SMS. */
  text: z.string().optional(),
  fields: z.array(messageFieldSchema).optional(),
  /** Page of the mini-program that a tap opens, with its query. */
  page: z.string().optional(),
  templateId: z.string(),
  /** What the sender gave to keep the same message from arriving twice. */
  clientMsgId: z.string().optional(),
  msgid: z.number().optional(),
});
export type PhoneMessage = z.infer<typeof messageSchema>;

const oneTimeCodeSchema = z.object({
  kind: z.enum(['login', 'phone-number']),
  personId: z.string(),
  issuedAt: instant,
  usedAt: instant.optional(),
});
export type OneTimeCode = z.infer<typeof oneTimeCodeSchema>;

const accessTokenSchema = z.object({
  appid: z.string(),
  kind: z.enum(['plain', 'stable']),
  issuedAt: instant,
  expiresAt: instant,
  /** Set when a newer token took over: from then on the token is unknown. */
  endsAt: instant.optional(),
});
export type AccessToken = z.infer<typeof accessTokenSchema>;

const faceSessionSchema = z.object({
  openid: z.string(),
  outSeqNo: z.string(),
  certHash: z.string(),
  certName: z.string(),
  certNo: z.string(),
  expiresAt: instant,
  /** Absent until the person has been before the camera. */
  verifyRet: z.number().optional(),
});
export type FaceSession = z.infer<typeof faceSessionSchema>;

const switchSchema = z.object({
  mode: z.enum(['normal', 'http-error', 'business-error', 'silent']),
  delayMs: z.number(),
});
export type SwitchSetting = z.infer<typeof switchSchema>;

/** All that the sandbox remembers; plain data, saved as it is. */
export const sandboxStateSchema = z.object({
  version: z.literal(1),
  /** The day from which the people's records are counted; fixed at the first start. */
  referenceDay: z.string().refine(isLocalDate),
  clockOffsetMs: z.number(),
  /** By telephone number for SMS, by person for WeChat; oldest first. */
  sms: z.record(z.string(), z.array(messageSchema)),
  wechatMessages: z.record(z.string(), z.array(messageSchema)),
  /** Answer of a person to a subscribe request, by person and template. */
  subscriptions: z.record(z.string(), z.record(z.string(), z.enum(['accept', 'reject']))),
  /** Only where someone changed it; see `followsByDefault`. */
  follows: z.record(z.string(), z.boolean()),
  codes: z.record(z.string(), oneTimeCodeSchema),
  tokens: z.record(z.string(), accessTokenSchema),
  faceSessions: z.record(z.string(), faceSessionSchema),
  switches: z.record(z.string(), switchSchema),
});
export type SandboxState = z.infer<typeof sandboxStateSchema>;

export const emptyState = (referenceDay: string): SandboxState => ({
  version: 1,
  referenceDay,
  clockOffsetMs: 0,
  sms: {},
  wechatMessages: {},
  subscriptions: {},
  follows: {},
  codes: {},
  tokens: {},
  faceSessions: {},
  switches: {},
});
