import { z, Cursor, DivisionCode, Fact, Id, Instant, LocalDate, Text, Tone, Version } from '../schema';
import { defineRoute } from '../route';
import { FieldValues, MaterialValues } from './definition';

export const CaseState = z.enum(['submitted', 'in-review', 'supplement', 'approved', 'returned', 'withdrawn']);
export type CaseState = z.infer<typeof CaseState>;

export const TimelineEntry = z.object({
  at: Instant, title: z.string(), detail: z.string(), tone: Tone,
  /** What an approval brought, as a clause that `detail` ends with: `有效期至 2027 年 11 月 22 日`. */
  outcome: z.optional(z.string()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** The statutory clock as it stands now. `remaining` is in the unit of the law; `paused` while the applicant supplies papers. */
export const ClockView = z.object({ dueOn: LocalDate, remaining: z.int(), unit: z.enum(['day', 'working-day']), paused: z.boolean(), overdue: z.boolean(), text: z.string() });
export type ClockView = z.infer<typeof ClockView>;

/** One thing to supply: a material to send again, or a field to put right. `target` is its id in the definition. */
export const SupplementItem = z.object({ kind: z.enum(['material', 'field']), target: Text(40), title: Text(100), reason: Text(500) });
export type SupplementItem = z.infer<typeof SupplementItem>;

export const CaseSummary = z.object({
  id: Id, number: z.string(), serviceId: z.string(), serviceTitle: z.string(), city: DivisionCode, cityName: z.string(), forName: z.string(),
  state: CaseState, stateLabel: z.string(), tone: Tone,
  /** One sentence: what happens now, or what the person must do. */
  headline: z.string(),
  submittedAt: Instant, updatedAt: Instant,
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** What the resident may do with the case now. */
export const ResidentAction = z.enum(['supplement', 'withdraw']);
export type ResidentAction = z.infer<typeof ResidentAction>;

export const CaseDetail = z.extend(CaseSummary, {
  version: Version,
  todo: z.optional(
    z.object({
      title: z.string(), text: z.string(), dueOn: z.optional(LocalDate), items: z.array(SupplementItem),
      /** Pictures sent so far of each material that is asked for again; what is supplied is the whole new list. */
      sent: MaterialValues,
    }),
  ),
  facts: z.array(Fact),
  timeline: z.array(TimelineEntry),
  clock: z.optional(ClockView),
  reason: z.optional(z.string()),
  /** What the approval brought: `有效期至 2027 年 11 月 22 日`. */
  outcome: z.optional(z.string()),
  permitId: z.optional(Id),
  /** Whether that permit is in the wallet (亮证) already; absent where there is none. */
  permitLinked: z.optional(z.boolean()),
  actions: z.array(ResidentAction),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

const caseId = z.object({ caseId: Id });

export const listCases = defineRoute({
  method: 'GET', path: '/cases', summary: '我的办件', auth: 'resident',
  query: z.object({ cursor: z.optional(Cursor) }),
  response: z.object({ cases: z.array(CaseSummary), next: z.optional(z.string()) }), errors: ['invalid-request'],
});

export const getCase = defineRoute({ method: 'GET', path: '/cases/:caseId', summary: '办件详情', auth: 'resident', params: caseId, response: CaseDetail, errors: ['real-name-required', 'not-found'] });

/** Sends everything that was asked for, at once; parts of it are refused (一次性告知 works both ways). */
export const supplementCase = defineRoute({
  method: 'POST', path: '/cases/:caseId/supplement', summary: '补交材料', auth: 'resident', params: caseId,
  body: z.object({ version: Version, values: FieldValues, materials: MaterialValues }),
  response: CaseDetail,
  errors: ['real-name-required', 'not-found', 'version-conflict', 'action-not-allowed', 'supplement-incomplete', 'field-invalid', 'field-hidden', 'city-mismatch'],
});

export const withdrawCase = defineRoute({
  method: 'POST', path: '/cases/:caseId/withdraw', summary: '撤回申请', auth: 'resident', params: caseId,
  body: z.object({ version: Version }), response: CaseDetail, errors: ['real-name-required', 'not-found', 'version-conflict', 'action-not-allowed'],
});
