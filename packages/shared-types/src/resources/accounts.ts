import { z, Id, Instant, ShortText, Text } from '../schema';
import { defineRoute } from '../route';
import { Division } from './catalogue';

export const PhoneNumber = z.string().check(z.regex(/^1\d{10}$/));
const Token = z.string().check(z.minLength(20), z.maxLength(200));
const Code = z.string().check(z.minLength(1), z.maxLength(200));

export const DocumentType = z.enum(['citizen-id', 'hk-macao-permit', 'taiwan-permit']);
export type DocumentType = z.infer<typeof DocumentType>;

export const Ward = z.object({ id: Id, name: z.string(), idNumber: z.string(), relation: z.string() });

/** The person logged in. Id numbers and phones are masked; absent until the real name is verified. */
export const Me = z.object({
  verified: z.boolean(),
  name: z.optional(z.string()),
  idNumber: z.optional(z.string()),
  phone: z.optional(z.string()),
  documentType: z.optional(DocumentType),
  wards: z.array(Ward),
  unreadMessages: z.int(),
});
export type Me = z.infer<typeof Me>;

const Session = z.object({ token: Token, expiresAt: Instant, me: Me });

export const loginWithWechat = defineRoute({
  method: 'POST', path: '/auth/wechat', summary: '微信登录（wx.login 的 code）', auth: 'public',
  body: z.object({ code: Code }), response: Session, errors: ['login-code-invalid', 'outside-system-down'],
});

export const sendSmsCode = defineRoute({
  method: 'POST', path: '/auth/sms-code', summary: '发送短信验证码', auth: 'public',
  body: z.object({ phone: PhoneNumber }), response: z.object({ retryAfterSeconds: z.int() }), errors: ['sms-too-often', 'sms-daily-limit', 'outside-system-down'],
});

export const loginWithSms = defineRoute({
  method: 'POST', path: '/auth/sms', summary: '短信验证码登录（浏览器）', auth: 'public',
  body: z.object({ phone: PhoneNumber, smsCode: z.string().check(z.regex(/^\d{6}$/)) }), response: Session, errors: ['sms-code-invalid'],
});

/** First half of real-name verification. A mainland card goes on to the face check; the others are matched with the authority's data. */
export const startRealName = defineRoute({
  method: 'POST', path: '/auth/real-name', summary: '实名认证：核对姓名与证件号码', auth: 'resident',
  body: z.object({ documentType: DocumentType, name: ShortText(40), idNumber: ShortText(18), phone: z.optional(PhoneNumber), phoneCode: z.optional(Code) }),
  response: z.object({ verificationId: Id, faceVerifyId: z.optional(z.string()) }),
  errors: ['citizen-id-invalid', 'birthday-in-future', 'real-name-mismatch', 'real-name-taken', 'login-code-invalid', 'field-invalid', 'outside-system-down'],
});

/** Second half: the server asks WeChat for the result; the phone's word is no proof. */
export const finishRealName = defineRoute({
  method: 'POST', path: '/auth/real-name/:verificationId/finish', summary: '实名认证：取得人脸核验结果', auth: 'resident',
  params: z.object({ verificationId: Id }),
  /** `livesIn`: the city of the residence registration, where there is one and its system answers. */
  response: z.extend(Me, { livesIn: z.optional(Division) }),
  errors: ['not-found', 'face-check-failed', 'face-check-pending', 'real-name-taken', 'outside-system-down'],
});

export const getMe = defineRoute({ method: 'GET', path: '/me', summary: '我的信息', auth: 'resident', response: Me, errors: [] });

export const logout = defineRoute({ method: 'POST', path: '/auth/logout', summary: '退出登录', auth: 'resident', response: z.object({ done: z.literal(true) }), errors: [] });

/** Remembers which subscribe-message templates the person allowed, after the tap in `wx.requestSubscribeMessage`. */
export const saveSubscriptions = defineRoute({
  method: 'POST', path: '/me/subscriptions', summary: '记录订阅消息授权', auth: 'resident',
  body: z.object({ accepted: z.array(Text(100)).check(z.maxLength(3)) }), response: z.object({ done: z.literal(true) }), errors: [],
});
