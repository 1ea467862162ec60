import { provincialGrounds } from '../rules/grounds';
import { halfYearResidence } from '../rules/half-year';
import type { City } from './city';

/** What holds wherever a city says nothing else. */
const PROVINCE = {
  coverage: ['apply-residence-permit', 'order-physical-card', 'endorse-residence-permit', 'change-registration-items', 'change-address', 'cancel-residence-permit'],
  endorsement: { opens: { months: 1 } },
  residence: halfYearResidence,
  grounds: provincialGrounds,
  legalBasis: '《居住证暂行条例》第二条',
  endorsementBasis: '《居住证暂行条例》第十条',
  version: 1,
} satisfies Partial<City>;

/** A city with the province's rules, save for what it says itself. */
export const defineCity = (own: Pick<City, 'code' | 'name' | 'initial' | 'pinyin' | 'numberPrefix'> & Partial<City>): City => ({ ...PROVINCE, ...own });
