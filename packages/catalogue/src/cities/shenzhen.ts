import { defineCity } from './define-city';
import { specialZoneGrounds, specialZoneResidence } from '../rules/special-zone';

/** 《深圳经济特区居住证条例》: its own conditions, a window of 60 days, two years to make up for a missed one (row B8). */
export const shenzhen = defineCity({
  code: '440300',
  name: '深圳市',
  initial: 'S',
  pinyin: 'shenzhen',
  numberPrefix: 'SZ',
  coverage: ['endorse-residence-permit'],
  elsewhere: {
    'apply-residence-permit':
      '深圳市按《深圳经济特区居住证条例》自行受理。请登录“深圳经济特区居住登记和居住证服务平台”，或到居住地的居住证受理点申领；领证后的签注可以在这里办。',
  },
  endorsement: { opens: { days: 60 }, lateWithinYears: 2 },
  residence: specialZoneResidence,
  grounds: specialZoneGrounds,
  legalBasis: '《深圳经济特区居住证条例》',
  endorsementBasis: '《深圳经济特区居住证条例》',
});
