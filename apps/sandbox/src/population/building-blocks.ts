import type {
  EmploymentRecord,
  LeaseFiling,
  OwnerRelation,
  ResidenceRegistration,
} from '../exchange/payloads';
import type { SeededRandom } from '../random/seeded';
import type { LocalDate } from '../time/local-date';
import { addDays, addMonths, addToMonth } from '../time/local-date';
import { COMPANY_TRADES, COMPANY_WORDS, SCHOOL_WORDS } from './name-lists';
import type { InsurancePlan } from './records';

/** A home in a city, as addresses of records need it. */
export interface Home {
  cityCode: string;
  cityName: string;
  districtName: string;
  address: string;
}

/** What the builders of a person's records work with. */
export interface Scene {
  home: Home;
  /** The day from which all offsets are counted. */
  referenceDay: LocalDate;
  random: SeededRandom;
}

export const daysBefore = ({ referenceDay }: Scene, days: number): LocalDate => addDays(referenceDay, -days);

type RegistrationWish = Partial<Omit<ResidenceRegistration, 'city' | 'district' | 'address'>>;

/** A registration at the scene's home that is in force since `daysAgo`. */
export const registered = (
  scene: Scene,
  daysAgo: number,
  wish: RegistrationWish = {},
): ResidenceRegistration => ({
  city: scene.home.cityCode,
  district: scene.home.districtName,
  address: scene.home.address,
  from: daysBefore(scene, daysAgo),
  declarer: 'self',
  status: 'active',
  basis: 'rented',
  ...wish,
});

export const employerName = ({ random, home }: Scene): string =>
  `${home.cityName.replace('市', '')}${random.pick(COMPANY_WORDS)}${random.pick(COMPANY_TRADES)}有限公司`;

export const schoolName = ({ random, home }: Scene, kind: string): string =>
  `${home.cityName}${random.pick(SCHOOL_WORDS)}${kind}`;

/** Insurance paid for each of the `months` before this one, and going on. */
export const insured = (
  scene: Scene,
  months: number,
  employer: string,
  gaps: readonly number[] = [],
): InsurancePlan => {
  const thisMonth = scene.referenceDay.slice(0, 7);
  return {
    city: scene.home.cityCode,
    employer,
    from: addToMonth(thisMonth, -months),
    gaps: gaps.map((monthsAgo) => addToMonth(thisMonth, -monthsAgo)),
  };
};

export const contract = (scene: Scene, daysAgo: number, employer: string): EmploymentRecord => ({
  city: scene.home.cityCode,
  employer,
  kind: 'labour-contract',
  from: daysBefore(scene, daysAgo),
});

/** A lease on file at the scene's home, for three years. */
export const leased = (scene: Scene, daysAgo: number): LeaseFiling => {
  const from = daysBefore(scene, daysAgo);
  return {
    city: scene.home.cityCode,
    address: scene.home.address,
    from,
    to: addDays(addMonths(from, 36), -1),
    filingNo: `${scene.home.cityName.slice(0, 1)}租备${from.slice(0, 4)}${String(scene.random.between(1, 999_999)).padStart(6, '0')}`,
  };
};

export const ownedHome = (scene: Scene, daysAgo: number, ownerRelation: OwnerRelation) => ({
  city: scene.home.cityCode,
  address: scene.home.address,
  ownedSince: daysBefore(scene, daysAgo),
  ownerRelation,
});

/** The first of September on which someone started who has now been enrolled for at least `minDays`. */
export const enrolmentDay = (scene: Scene, minDays: number): LocalDate => {
  const latest = daysBefore(scene, minDays);
  const sameYear = `${latest.slice(0, 4)}-09-01`;
  return sameYear <= latest ? sameYear : addMonths(sameYear, -12);
};
