import { z, DivisionCode, Id, Instant, LocalDate, Text } from '../schema';
import { defineRoute } from '../route';

/** What was found for one item of a rule, and where. */
export const Finding = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['met', 'unmet', 'unknown']),
  /** One line: `社会保险 · 连续缴纳 9 个月`. */
  found: z.string(),
  source: z.object({ name: z.string(), asOf: LocalDate, detail: z.string() }),
});
export type Finding = z.infer<typeof Finding>;

/** A rule with what was found: a period with its progress, or items of which any (or all) must be met. */
export const RuleResult = z.object({
  id: z.string(),
  title: z.string(),
  met: z.boolean(),
  /** The chip beside the title: `符合`, `2 项符合`, `还差 41 天`. */
  tag: z.string(),
  progress: z.optional(z.object({ from: LocalDate, reachedOn: LocalDate, today: LocalDate, fromLabel: z.string(), reachedLabel: z.string(), todayLabel: z.string() })),
  findings: z.array(Finding),
  note: z.optional(z.string()),
});
export type RuleResult = z.infer<typeof RuleResult>;

/**
 * The answer to 资格校验. `exempt`: 免材料; `with-materials`: papers are asked for;
 * `not-yet`: `earliestDate` says when; `refused`: never by this way, `referral` says where to go.
 */
export const EligibilityOutcome = z.object({
  verdict: z.enum(['exempt', 'with-materials', 'not-yet', 'refused']),
  headline: z.string(),
  legalBasis: z.string(),
  rules: z.array(RuleResult),
  /** The situations that are open to the person; `exempt` ones need no materials. */
  situations: z.array(z.object({ id: z.string(), exempt: z.boolean(), note: z.string() })),
  earliestDate: z.optional(LocalDate),
  next: z.object({ title: z.string(), text: z.string() }),
  referral: z.optional(z.object({ title: z.string(), text: z.string() })),
});
export type EligibilityOutcome = z.infer<typeof EligibilityOutcome>;

/** For whom: the person logged in, or somebody in their care (被监护人) by the ward's resident id. */
export const Subject = z.optional(Id);

export const checkEligibility = defineRoute({
  method: 'POST', path: '/services/:serviceId/eligibility', summary: '资格校验', auth: 'resident',
  params: z.object({ serviceId: Text(60) }),
  body: z.object({ city: DivisionCode, wardId: Subject }),
  response: z.extend(EligibilityOutcome, { id: Id, serviceId: z.string(), city: DivisionCode, checkedAt: Instant }),
  errors: ['real-name-required', 'not-found', 'service-unavailable-in-city', 'permit-not-found', 'case-open', 'outside-system-down'],
});
