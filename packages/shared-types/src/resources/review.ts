import { z, Cursor, DivisionCode, Fact, Id, Instant, ShortText, Text, Tone, Version } from '../schema';
import { defineRoute } from '../route';
import { CaseState, ClockView, SupplementItem, TimelineEntry } from './cases';
import { RuleResult } from './eligibility';

/**
 * `mine`: claimed by the official and to be decided; `claimed`: by whomever, with `unclaimed` all that is to be decided;
 * `waiting`: nobody can go on before the applicant has supplied what was asked for.
 */
export const QueueTab = z.enum(['mine', 'claimed', 'unclaimed', 'due', 'supplied', 'waiting', 'done']);
export type QueueTab = z.infer<typeof QueueTab>;

/** One row of the queue. `chip` is the clock, or the state where none runs; `supplied`: what was asked for has come, and waits to be looked at. */
export const QueueItem = z.object({
  id: Id, number: z.string(), applicant: z.string(), serviceTitle: z.string(), note: z.string(), city: DivisionCode, state: CaseState,
  chip: z.object({ text: z.string(), tone: Tone }), supplied: z.boolean(), claimedByName: z.optional(z.string()), mine: z.boolean(), submittedAt: Instant,
});
export type QueueItem = z.infer<typeof QueueItem>;

export const listQueue = defineRoute({
  method: 'GET', path: '/staff/cases', summary: '审核队列', auth: 'staff',
  query: z.object({ tab: QueueTab, q: z.optional(Text(40)), cursor: z.optional(Cursor) }),
  response: z.object({
    items: z.array(QueueItem), next: z.optional(z.string()),
    /** `open`: what officials have to decide; what waits for applicants is not in it. `overdue`: those of `due` whose last day has passed. */
    counts: z.object({ open: z.int(), mine: z.int(), claimed: z.int(), unclaimed: z.int(), due: z.int(), overdue: z.int(), supplied: z.int(), waiting: z.int() }),
  }),
  errors: ['forbidden', 'invalid-request'],
});

/** What was declared beside what a source knows. `judge`: an official must decide; `absent`: the source has nothing. */
export const Comparison = z.object({
  id: z.string(), label: z.string(), declared: z.string(), found: z.string(), source: z.string(),
  result: z.enum(['match', 'mismatch', 'judge', 'absent']),
  /** Masked; shown whole through `revealField`, which is audited. */
  sensitive: z.boolean(),
});
export type Comparison = z.infer<typeof Comparison>;

/** A step of the case with what was asked for in it, in the official's own words. */
export const ReviewStep = z.extend(TimelineEntry, { asked: z.array(z.object({ title: z.string(), reason: z.string() })) });
export type ReviewStep = z.infer<typeof ReviewStep>;

export const ReviewMaterial = z.object({ id: z.string(), title: z.string(), files: z.array(z.object({ id: Id, width: z.int(), height: z.int() })) });

/** What an official may do with the case now: the engine decides, the page draws a button each. */
export const ReviewAction = z.enum(['approve', 'return', 'request-supplement', 'extend']);
export type ReviewAction = z.infer<typeof ReviewAction>;
export const ReviewActionView = z.object({
  action: ReviewAction, label: z.string(), shortcut: z.string(), tone: z.enum(['primary', 'danger', 'plain']),
  /** What the official must give with it. */
  asks: z.enum(['nothing', 'reason', 'items']),
});
export type ReviewActionView = z.infer<typeof ReviewActionView>;

export const ReviewCase = z.object({
  id: Id, number: z.string(), version: Version, serviceId: z.string(), serviceTitle: z.string(), cityName: z.string(),
  applicant: z.string(), onBehalfOf: z.optional(z.string()), state: CaseState, stateLabel: z.string(), tone: Tone,
  legalBasis: z.string(), situation: z.string(), exempt: z.boolean(),
  claimable: z.boolean(),
  claim: z.optional(z.object({ staffId: Id, name: z.string(), at: Instant, mine: z.boolean(), releasable: z.boolean() })),
  clock: z.optional(ClockView),
  verdict: z.string(), rules: z.array(RuleResult), comparisons: z.array(Comparison), facts: z.array(Fact),
  /** The portrait that was uploaded with the application. */
  photoFileId: z.optional(Id),
  /** Whether the permit will carry the portrait on record, read through `getReviewPortrait`. */
  portraitOnRecord: z.boolean(),
  materials: z.array(ReviewMaterial),
  /** What a supplement could ask for: the fields that the case shows and the materials of the pinned definition, `asked` where its situation has them. */
  supplementTargets: z.array(z.object({ kind: z.enum(['material', 'field']), target: z.string(), title: z.string(), asked: z.boolean(), suggestions: z.array(z.string()) })),
  returnReasons: z.array(z.string()),
  timeline: z.array(ReviewStep),
  actions: z.array(ReviewActionView),
});
export type ReviewCase = z.infer<typeof ReviewCase>;

const caseId = z.object({ caseId: Id });

export const getReviewCase = defineRoute({ method: 'GET', path: '/staff/cases/:caseId', summary: '审核详情', auth: 'staff', params: caseId, response: ReviewCase, errors: ['not-found', 'forbidden'] });

export const claimCase = defineRoute({ method: 'POST', path: '/staff/cases/:caseId/claim', summary: '认领', auth: 'staff', params: caseId, response: ReviewCase, errors: ['not-found', 'forbidden', 'claimed-by-other', 'action-not-allowed'] });

export const releaseCase = defineRoute({ method: 'POST', path: '/staff/cases/:caseId/release', summary: '退回队列', auth: 'staff', params: caseId, response: ReviewCase, errors: ['not-found', 'forbidden', 'claimed-by-other', 'not-claimed', 'action-not-allowed'] });

export const decideCase = defineRoute({
  method: 'POST', path: '/staff/cases/:caseId/decisions', summary: '审核决定', auth: 'staff', params: caseId,
  body: z.object({ version: Version, action: ReviewAction, reason: z.optional(Text(500)), items: z.optional(z.array(SupplementItem).check(z.maxLength(30))) }),
  response: ReviewCase,
  errors: [
    'not-found', 'forbidden', 'version-conflict', 'claimed-by-other', 'not-claimed', 'action-not-allowed', 'reason-required', 'supplement-items-required', 'already-extended', 'field-invalid',
    'permit-not-found',
  ],
});

/** Shows a masked value whole; who, what and why are kept in the audit. */
export const revealField = defineRoute({
  method: 'POST', path: '/staff/cases/:caseId/reveal', summary: '显示完整内容（记录用途）', auth: 'staff', params: caseId,
  body: z.object({ comparison: Text(40), purpose: ShortText(100) }), response: z.object({ value: z.string() }), errors: ['not-found', 'forbidden'],
});

export const getReviewFile = defineRoute({
  method: 'GET', path: '/staff/cases/:caseId/files/:fileId', summary: '查看材料', auth: 'staff',
  params: z.object({ caseId: Id, fileId: Id }), query: z.object({ size: z.optional(z.enum(['thumb', 'full'])) }), response: 'binary', errors: ['not-found', 'forbidden'],
});

/** The portrait on record (population photo) of the case's holder; the reading is audited. */
export const getReviewPortrait = defineRoute({
  method: 'GET', path: '/staff/cases/:caseId/portrait', summary: '查看人口库照片', auth: 'staff', params: caseId, response: 'binary',
  errors: ['not-found', 'forbidden', 'outside-system-down'],
});
