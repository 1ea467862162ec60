import { z, Cursor, DivisionCode, Id, Instant, LocalDate, Tone } from '../schema';
import { defineRoute } from '../route';

export const PermitStatus = z.enum(['valid', 'suspended', 'cancelled']);
export type PermitStatus = z.infer<typeof PermitStatus>;

/** A permit as the card in the wallet shows it. Names are whole, numbers masked. */
export const PermitCard = z.object({
  id: Id,
  type: z.literal('residence-permit'),
  title: z.string(),
  holderName: z.string(),
  idNumber: z.string(),
  cityName: z.string(),
  districtName: z.string(),
  validUntil: LocalDate,
  status: PermitStatus,
  statusLabel: z.string(),
  tone: Tone,
  /** Whose it is: one's own, or kept for somebody in one's care (由您代为保管). */
  ward: z.boolean(),
  linked: z.boolean(),
});
export type PermitCard = z.infer<typeof PermitCard>;

/** Row A8: name, sex, ethnicity, id number, household place, address, valid-until. */
export const PermitFace = z.extend(PermitCard, {
  sex: z.string(),
  ethnicity: z.string(),
  birthDate: LocalDate,
  householdPlace: z.string(),
  address: z.string(),
  issuedOn: LocalDate,
  issuer: z.string(),
  residenceSince: LocalDate,
  /** What to do now, such as endorsing; absent when there is nothing to do. */
  todo: z.optional(z.object({ title: z.string(), text: z.string(), serviceId: z.string(), verb: z.string() })),
});
export type PermitFace = z.infer<typeof PermitFace>;

const permitId = z.object({ permitId: Id });

export const listPermits = defineRoute({
  method: 'GET', path: '/permits', summary: '我的证照', auth: 'resident',
  response: z.object({
    permits: z.array(PermitCard),
    lastVerification: z.optional(z.object({ at: Instant, where: z.string() })),
  }),
  errors: [],
});

export const getPermit = defineRoute({ method: 'GET', path: '/permits/:permitId', summary: '证照详情', auth: 'resident', params: permitId, response: PermitFace, errors: ['not-found'] });

/** The whole id number, for the moment the holder asks to see it; the reading is audited. */
export const revealPermit = defineRoute({
  method: 'POST', path: '/permits/:permitId/reveal', summary: '显示完整号码', auth: 'resident', params: permitId,
  response: z.object({ idNumber: z.string() }), errors: ['not-found'],
});

export const getPermitPhoto = defineRoute({ method: 'GET', path: '/permits/:permitId/photo', summary: '证照照片', auth: 'resident', params: permitId, response: 'binary', errors: ['not-found'] });

/** What could be put in the wallet: issued here and not linked yet, or issued earlier at a counter and found in the authority's data. */
export const findLinkablePermits = defineRoute({
  method: 'GET', path: '/permits/linkable', summary: '查询可关联的居住证', auth: 'resident',
  response: z.object({ permits: z.array(PermitCard) }), errors: ['real-name-required', 'outside-system-down'],
});

/** Row A7: 数字空间-添加证照-居住证, or 亮证-＋-居住证. */
export const linkPermit = defineRoute({
  method: 'POST', path: '/permits/:permitId/link', summary: '关联电子证照', auth: 'resident', params: permitId,
  body: z.object({ via: z.enum(['digital-space', 'wallet']) }), response: PermitFace, errors: ['not-found', 'permit-already-linked'],
});

/** Row F5: who verified my permit. */
export const PermitVerification = z.object({ id: Id, at: Instant, where: z.string(), purpose: z.string(), accepted: z.boolean(), result: z.string(), offline: z.boolean() });

export const listPermitVerifications = defineRoute({
  method: 'GET', path: '/permits/:permitId/verifications', summary: '查验记录', auth: 'resident', params: permitId,
  query: z.object({ cursor: z.optional(Cursor) }),
  response: z.object({ verifications: z.array(PermitVerification), next: z.optional(z.string()) }), errors: ['not-found', 'invalid-request'],
});

/** One call for the home page: what to do, the permit, and what the city offers. */
export const HomeTodo = z.object({ id: z.string(), tone: Tone, title: z.string(), text: z.string(), verb: z.string(), page: z.string() });

export const getHome = defineRoute({
  method: 'GET', path: '/home', summary: '首页待办', auth: 'resident', query: z.object({ city: DivisionCode }),
  response: z.object({ permit: z.optional(PermitCard), todos: z.array(HomeTodo), unreadMessages: z.int() }), errors: [],
});
