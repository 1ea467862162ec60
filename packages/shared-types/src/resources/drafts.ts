import { z, DivisionCode, Id, Instant, Text, Version } from '../schema';
import { defineRoute } from '../route';
import { FieldValues, MaterialValues, ServiceDefinition } from './definition';
import { checkEligibility } from './eligibility';

export const DraftStep = z.enum(['situation', 'form', 'materials', 'confirm']);
export type DraftStep = z.infer<typeof DraftStep>;

export const DraftSummary = z.object({ id: Id, serviceId: z.string(), serviceTitle: z.string(), city: DivisionCode, step: DraftStep, savedAt: Instant, forName: z.string() });

/** What the government knows of the person, by field id: shown in grey, never sent back. Masked where the field says so. */
export const KnownValues = z.record(z.string(), z.string());

export const Draft = z.object({
  id: Id,
  version: Version,
  serviceId: z.string(),
  city: DivisionCode,
  wardId: z.optional(Id),
  /** The definition that the draft is filled in for. */
  definition: ServiceDefinition,
  eligibility: checkEligibility.response,
  situation: z.optional(z.string()),
  values: FieldValues,
  materials: MaterialValues,
  known: KnownValues,
  /** Whether a portrait that meets the rules is on record. */
  photoOnRecord: z.boolean(),
  /** What confirming brings, where it is decided at once: `有效期至 2027 年 11 月 22 日`. */
  outcome: z.optional(z.string()),
  step: DraftStep,
  savedAt: Instant,
  /** True once, when the requirements were updated since the draft was last saved. */
  rebased: z.optional(z.boolean()),
});
export type Draft = z.infer<typeof Draft>;

export const listDrafts = defineRoute({ method: 'GET', path: '/drafts', summary: '我的草稿', auth: 'resident', response: z.object({ drafts: z.array(DraftSummary) }), errors: [] });

/** Opens the draft of that service, city and person, or begins one. */
export const openDraft = defineRoute({
  method: 'POST', path: '/drafts', summary: '打开或新建草稿', auth: 'resident',
  body: z.object({ eligibilityId: Id }), response: Draft,
  errors: ['real-name-required', 'not-found', 'service-unavailable-in-city', 'not-eligible', 'eligibility-stale', 'case-open'],
});

export const getDraft = defineRoute({
  method: 'GET', path: '/drafts/:draftId', summary: '读取草稿', auth: 'resident',
  params: z.object({ draftId: Id }), response: Draft, errors: ['real-name-required', 'not-found'],
});

/** Saves whatever was typed, complete or not. */
export const saveDraft = defineRoute({
  method: 'PUT', path: '/drafts/:draftId', summary: '保存草稿', auth: 'resident',
  params: z.object({ draftId: Id }),
  body: z.object({ version: Version, situation: z.optional(Text(40)), values: FieldValues, materials: MaterialValues, step: DraftStep }),
  response: Draft, errors: ['real-name-required', 'not-found', 'version-conflict', 'definition-changed', 'field-hidden', 'field-invalid', 'already-submitted'],
});

/** The portrait on record that the permit will carry, for the person to look at; the reading is audited. */
export const getDraftPhoto = defineRoute({
  method: 'GET', path: '/drafts/:draftId/photo', summary: '查看留存照片', auth: 'resident',
  params: z.object({ draftId: Id }), response: 'binary', errors: ['real-name-required', 'not-found', 'outside-system-down'],
});

export const discardDraft = defineRoute({
  method: 'DELETE', path: '/drafts/:draftId', summary: '删除草稿', auth: 'resident',
  params: z.object({ draftId: Id }), response: z.object({ done: z.literal(true) }), errors: ['real-name-required', 'not-found'],
});

export const submitDraft = defineRoute({
  method: 'POST', path: '/drafts/:draftId/submit', summary: '提交申请', auth: 'resident',
  params: z.object({ draftId: Id }), body: z.object({ version: Version, pledged: z.literal(true) }),
  response: z.object({ caseId: Id, number: z.string() }),
  errors: [
    'real-name-required', 'not-found', 'version-conflict', 'definition-changed', 'field-invalid', 'field-hidden', 'material-missing', 'city-mismatch',
    'not-eligible', 'eligibility-stale', 'already-submitted', 'case-open', 'permit-not-found',
  ],
});
