import { personRows, photoRows, residenceRows } from '../evidence/comparisons';
import { groundRows } from '../evidence/ground-rows';
import { GROUND_SUGGESTIONS } from '../evidence/grounds-form';
import { knownPerson, registeredAddress } from '../evidence/known';
import type { Service } from '../service';
import { definition } from './definition';
import { effects } from './effects';
import { eligibility } from './eligibility';

/** 申领广东省电子居住证 */
export const applyResidencePermit: Service = {
  definition,
  eligibility,
  effects,
  known: (facts) => ({ ...knownPerson(facts), household: facts.person.household.text }),
  prefill: (facts, city) => ({ ...registeredAddress(facts, city), ...(facts.person.phone ? { phone: facts.person.phone } : {}) }),
  comparisons: (filed, facts) => [...personRows(facts), ...residenceRows(filed, facts), ...groundRows(filed, facts), ...photoRows(filed, facts)],
  invitation: {
    title: '查一查能否申领居住证',
    text: '自动核验居住登记、社保等政务数据；还不满条件的，告诉您最早哪天可办。',
    verb: '去核验',
    documents: ['citizen-id'],
  },
  review: {
    returnReasons: ['经核查，不符合申领条件：', '申报信息与核查结果不符：', '材料系伪造或涂改，不予受理：'],
    suggestions: {
      ...GROUND_SUGGESTIONS,
      address: ['与居住登记地址不一致，请更正', '请补充楼栋和房号'],
      photo: ['不是白底正面免冠照，请重新拍摄', '面部有遮挡或反光，请重新拍摄'],
    },
  },
};
