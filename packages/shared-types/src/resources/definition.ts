import { z, DivisionCode, Id, Text } from '../schema';

/** What a person typed into one field. Addresses carry the district's GB/T 2260 code. */
export const AddressValue = z.object({ district: DivisionCode, detail: Text(120) });
export type AddressValue = z.infer<typeof AddressValue>;
export const FieldValue = z.union([Text(500), AddressValue]);
export type FieldValue = z.infer<typeof FieldValue>;
export const FieldValues = z.record(Text(40), FieldValue);
export type FieldValues = z.infer<typeof FieldValues>;

/** File ids by material id. */
export const MaterialValues = z.record(Text(40), z.array(Id).check(z.maxLength(9)));
export type MaterialValues = z.infer<typeof MaterialValues>;

/**
 * A condition as data: a small tagged union that phone and server read with the same interpreter.
 * `field` conditions look at a value by its field id; `situation` and `exempt` at the situation chosen.
 */
export type Condition =
  | { op: 'always' }
  | { op: 'equals'; field: string; value: string }
  | { op: 'oneOf'; field: string; values: string[] }
  | { op: 'filled'; field: string }
  | { op: 'situation'; in: string[] }
  | { op: 'exempt' }
  | { op: 'not'; of: Condition }
  | { op: 'all'; of: Condition[] }
  | { op: 'any'; of: Condition[] };

export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('always') }),
    z.object({ op: z.literal('equals'), field: z.string(), value: z.string() }),
    z.object({ op: z.literal('oneOf'), field: z.string(), values: z.array(z.string()) }),
    z.object({ op: z.literal('filled'), field: z.string() }),
    z.object({ op: z.literal('situation'), in: z.array(z.string()) }),
    z.object({ op: z.literal('exempt') }),
    z.object({ op: z.literal('not'), of: Condition }),
    z.object({ op: z.literal('all'), of: z.array(Condition) }),
    z.object({ op: z.literal('any'), of: z.array(Condition) }),
  ]),
);

const fieldBase = {
  id: z.string(),
  label: z.string(),
  /** One line under the label: what is wanted and why. */
  hint: z.optional(z.string()),
  /** What a good answer looks like; printed in the error under the field. */
  example: z.optional(z.string()),
  /** Absent: always required. */
  required: z.optional(Condition),
  /** Absent: always visible. A hidden field must not be sent. */
  visible: z.optional(Condition),
};

export const Option = z.object({ value: z.string(), label: z.string(), note: z.optional(z.string()) });

/** One field of a form. `known` fields show what the government already knows and are not sent by the phone. */
export const Field = z.discriminatedUnion('type', [
  z.object({ ...fieldBase, type: z.literal('known'), masked: z.optional(z.boolean()) }),
  z.object({ ...fieldBase, type: z.literal('text'), minLength: z.optional(z.int()), maxLength: z.int() }),
  z.object({ ...fieldBase, type: z.literal('phone') }),
  z.object({ ...fieldBase, type: z.literal('citizenId') }),
  z.object({ ...fieldBase, type: z.literal('date'), notBefore: z.optional(z.string()), notAfter: z.optional(z.string()) }),
  z.object({ ...fieldBase, type: z.literal('choice'), options: z.array(Option) }),
  z.object({ ...fieldBase, type: z.literal('address') }),
  z.object({ ...fieldBase, type: z.literal('photo') }),
]);
export type Field = z.infer<typeof Field>;

export const Section = z.object({ id: z.string(), title: z.string(), lead: z.string(), fields: z.array(Field) });
export type Section = z.infer<typeof Section>;

export const Material = z.object({
  id: z.string(),
  title: z.string(),
  hint: z.string(),
  /** Absent: wanted always. */
  required: z.optional(Condition),
  visible: z.optional(Condition),
  max: z.int(),
});
export type Material = z.infer<typeof Material>;

/** 情形: the ground on which a person applies. */
export const Situation = z.object({ id: z.string(), title: z.string(), description: z.string() });
export type Situation = z.infer<typeof Situation>;

/** A time limit set by law. Days are calendar days or working days in Asia/Shanghai. */
export const TimeLimit = z.object({ days: z.int(), unit: z.enum(['day', 'working-day']), extendToDays: z.optional(z.int()) });
export type TimeLimit = z.infer<typeof TimeLimit>;

export const Guide = z.object({
  summary: z.string(),
  who: z.array(z.string()),
  conditions: z.array(z.string()),
  materials: z.array(z.object({ title: z.string(), note: z.string() })),
  steps: z.array(z.object({ title: z.string(), text: z.string() })),
  fee: z.string(),
  timeLimit: z.string(),
  legalBasis: z.array(z.object({ title: z.string(), text: z.string() })),
  faq: z.array(z.object({ question: z.string(), answer: z.string() })),
});
export type Guide = z.infer<typeof Guide>;

/** Which picture stands for a service; a name from the phone's icon set. */
export const ServiceIcon = z.enum(['document', 'stamp', 'id-card', 'house', 'plane', 'link', 'bell', 'pin', 'edit', 'cross']);

/** How a service opens: its check, then the form, or one confirmation when nothing has to be filled in. */
export const ServiceSummary = z.object({
  id: z.string(),
  title: z.string(),
  /** At most two lines under an icon, broken where `\n` stands. */
  shortTitle: z.string(),
  icon: ServiceIcon,
  group: z.string(),
  summary: z.string(),
});
export type ServiceSummary = z.infer<typeof ServiceSummary>;

/** Everything that the phone needs to draw a service: no release of the mini-program for a new one. */
export const ServiceDefinition = z.extend(ServiceSummary, {
  version: z.int(),
  keywords: z.array(z.string()),
  /** The verb on the button under the eligibility result, such as `开始申领`. */
  startVerb: z.string(),
  /** The verb on the last button, such as `提交申请`. */
  submitVerb: z.string(),
  /** Read out before submitting; accepted by ticking. */
  pledge: z.string(),
  /** Whether the service works on a permit that the person already has. */
  needsPermit: z.boolean(),
  /** When nothing needs an official's judgement the case is decided by itself. */
  decidedAutomatically: z.optional(Condition),
  guide: Guide,
  situations: z.array(Situation),
  form: z.array(Section),
  materials: z.array(Material),
  timeLimit: TimeLimit,
  feeFen: z.int(),
});
export type ServiceDefinition = z.infer<typeof ServiceDefinition>;
