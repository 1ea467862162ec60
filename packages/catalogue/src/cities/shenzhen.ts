import { defineCity } from './define-city';
import { specialZoneGrounds, specialZoneResidence } from '../rules/special-zone';

/** 《深圳经济特区居住证条例》: its own conditions, a window of 60 days, two years to make up for a missed one (row B8). */
export const shenzhen = defineCity({
  code: '440300',
  name: '深圳市',
  initial: 'S',
  numberPrefix: 'SZ',
  coverage: ['endorse-residence-permit'],
  endorsement: { opens: { days: 60 }, lateWithinYears: 2 },
  residence: specialZoneResidence,
  grounds: specialZoneGrounds,
  legalBasis: '《深圳经济特区居住证条例》',
  endorsementBasis: '《深圳经济特区居住证条例》',
});
