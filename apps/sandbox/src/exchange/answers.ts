import type { Sandbox } from '../context';
import type { InsurancePlan } from '../population/records';
import type { Person } from '../population/person';
import { addDays, addToMonth, monthsBetween } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import type {
  HkMacaoTaiwanHolding,
  Property,
  RegisteredPerson,
  SocialInsurance,
  StoredPhoto,
} from './payloads';

/** The exchange's systems that answer queries, each with its path under /exchange/. */
export interface ExchangeSystems {
  population: RegisteredPerson;
  'population/photo': StoredPhoto | undefined;
  'residence-registration': Person['records']['registrations'];
  'social-insurance': SocialInsurance[];
  employment: Person['records']['employment'];
  schooling: Person['records']['schooling'];
  property: Property;
  'residence-permit/history': Person['records']['permits'];
  'residence-permit/hk-macao-taiwan': HkMacaoTaiwanHolding;
}
export type ExchangeSystem = keyof ExchangeSystems;

type Answer<S extends ExchangeSystem> = (
  person: Person,
  sandbox: Sandbox,
) => ExchangeSystems[S] | Promise<ExchangeSystems[S]>;

const related = (person: Person, relation: RegisteredPerson['guardians'][number]['relation']) => ({
  idNumber: person.idNumber,
  name: person.name,
  relation,
});

const registerEntry = (person: Person, { population }: Sandbox): RegisteredPerson => {
  const withIds = (ids: readonly string[]): Person[] => ids.flatMap((id) => population.withId(id) ?? []);
  return {
    documentType: person.documentType,
    idNumber: person.idNumber,
    name: person.name,
    sex: person.sex,
    ethnicity: person.ethnicity,
    birthDate: person.birthDate,
    household: person.household,
    status: 'normal',
    guardianOf: withIds(person.wardIds).map((ward) =>
      related(ward, ward.sex === 'male' ? 'son' : 'daughter'),
    ),
    guardians: withIds(person.guardianIds).map((one) =>
      related(one, one.sex === 'male' ? 'father' : 'mother'),
    ),
  };
};

/** Months paid until now: the month that is running is not paid yet. */
const paidMonths = ({ from, to, gaps }: InsurancePlan, today: LocalDate): string[] => {
  const lastMonth = addToMonth(today.slice(0, 7), -1);
  const last = to === undefined || to > lastMonth ? lastMonth : to;
  return monthsBetween(from, last).filter((month) => !gaps.includes(month));
};

const storedPhoto = async (
  person: Person,
  { portraits, store }: Sandbox,
): Promise<StoredPhoto | undefined> => {
  if (!person.records.hasPhoto) return undefined;
  const jpeg = await portraits.jpegOf(person);
  return { jpegBase64: jpeg.toString('base64'), takenOn: addDays(store.state.referenceDay, -400) };
};

/** What each system says of a person; undefined stands for NOT_FOUND. */
export const ANSWERS: { readonly [S in ExchangeSystem]: Answer<S> } = {
  population: registerEntry,
  'population/photo': storedPhoto,
  'residence-registration': ({ records }) => records.registrations,
  'social-insurance': ({ records }, { clock }) =>
    records.insurance.map((plan) => ({
      city: plan.city,
      employer: plan.employer,
      months: paidMonths(plan, clock.today()),
    })),
  employment: ({ records }) => records.employment,
  schooling: ({ records }) => records.schooling,
  property: ({ records }) => ({ homes: records.homes, leases: records.leases }),
  'residence-permit/history': ({ records }) => records.permits,
  'residence-permit/hk-macao-taiwan': ({ records }) => ({
    holds: records.hkMacaoTaiwanPermit !== undefined,
    permit: records.hkMacaoTaiwanPermit,
  }),
};

export const EXCHANGE_SYSTEMS = Object.keys(ANSWERS) as ExchangeSystem[];
