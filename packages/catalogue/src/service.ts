import type { EffectDescriptor } from '@yuezheng/case-engine';
import type { Comparison, DocumentType, EligibilityOutcome, FieldValues, LocalDate, ServiceDefinition } from '@yuezheng/shared-types';
import type { City } from './cities/city';
import type { Facts, HeldPermit } from './facts';

/** A case as a service's own functions see it. */
export interface FiledCase {
  readonly city: string;
  readonly situation: string | undefined;
  readonly exempt: boolean;
  readonly values: FieldValues;
  /** The day on which it was submitted: a right that was in time stays in time, however long the review takes. */
  readonly submittedOn: LocalDate;
}

/** What stands at the moment of approval. */
export interface Approval {
  readonly today: LocalDate;
  /** The holder's permit in that city, locked, where the service works on one. */
  readonly permit?: HeldPermit;
}

/** How the first page offers a service to those who may not know of it. */
export interface Invitation {
  readonly title: string;
  readonly text: string;
  /** On the button that leads to the eligibility check. */
  readonly verb: string;
  /** Whom it may concern, by their identity document; who holds a permit in the city is not invited. */
  readonly documents: readonly DocumentType[];
}

/** One thing that people can apply for: its definition as data, and a few pure functions. */
export interface Service {
  readonly definition: ServiceDefinition;
  /** 资格校验: facts in, outcome with reasons and the earliest date out. */
  readonly eligibility: (facts: Facts, city: City) => EligibilityOutcome;
  /** What the government already knows, by id of a `known` field. Whole; the server masks what the field calls masked. */
  readonly known: (facts: Facts) => Readonly<Record<string, string>>;
  /** What a new draft begins with. */
  readonly prefill: (facts: Facts, city: City) => FieldValues;
  /** What was declared beside what the sources say, for the reviewer. Whole; the server masks what is sensitive. */
  readonly comparisons: (filed: FiledCase, facts: Facts) => Comparison[];
  /** What an approval brings about. */
  readonly effects: (filed: FiledCase, approval: Approval) => EffectDescriptor[];
  /** Sentences that reviewers choose from, by material or field id. */
  readonly review: { readonly returnReasons: readonly string[]; readonly suggestions: Readonly<Record<string, readonly string[]>> };
  readonly invitation?: Invitation;
}
