import type { EligibilityOutcome, LocalDate, RuleResult } from '@yuezheng/shared-types';
import type { Facts } from '../facts';

/** The six services of the provincial residence permit (row A2), built or not: a city says which it offers. */
export type CoveredService = 'apply-residence-permit' | 'order-physical-card' | 'endorse-residence-permit' | 'change-registration-items' | 'change-address' | 'cancel-residence-permit';

/** When an endorsement may be asked for, counted back from the day on which another year is full. */
export interface EndorsementWindow {
  readonly opens: { readonly months: number } | { readonly days: number };
  /** After so many years a late endorsement is no longer possible; absent: always. */
  readonly lateWithinYears?: number;
}

/** The residence rule, and the first day on which it will be met where it is not met yet. */
export type ResidenceResult = RuleResult & { readonly earliestDate?: LocalDate };

/** Which situations data confirm, and the rule as the person reads it. */
export interface Grounds {
  readonly rule: RuleResult;
  readonly situations: EligibilityOutcome['situations'];
}

/** One city's own rules: data and small pure functions. */
export interface City {
  /** GB/T 2260 */
  readonly code: string;
  readonly name: string;
  readonly initial: string;
  /** In small letters, without tones or spaces. */
  readonly pinyin: string;
  /** Head of the case numbers, such as GZ. */
  readonly numberPrefix: string;
  readonly coverage: readonly CoveredService[];
  /** Why a service is not offered here and where it is asked for instead, where the province's own words do not fit. */
  readonly elsewhere?: Partial<Readonly<Record<CoveredService, string>>>;
  readonly endorsement: EndorsementWindow;
  /** 居住 requirement, by registration and what stands in for it. */
  readonly residence: (facts: Facts, city: City) => ResidenceResult;
  /** 就业、住所、就读 requirement. */
  readonly grounds: (facts: Facts, city: City) => Grounds;
  readonly legalBasis: string;
  readonly endorsementBasis: string;
  readonly version: number;
}

/** `广州市` → `广州` */
export const shortName = (city: Pick<City, 'name'>): string => city.name.replace(/市$/, '');
