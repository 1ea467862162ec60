import { personRows, residenceRows } from '../evidence/comparisons';
import { groundRows } from '../evidence/ground-rows';
import { GROUND_SUGGESTIONS } from '../evidence/grounds-form';
import { knownPerson } from '../evidence/known';
import type { Service } from '../service';
import { definition } from './definition';
import { effects } from './effects';
import { eligibility } from './eligibility';

/** 签注居住证 */
export const endorseResidencePermit: Service = {
  definition,
  eligibility,
  effects,
  known: (facts) => ({ ...knownPerson(facts), ...(facts.permit ? { permitAddress: facts.permit.address, validUntil: facts.permit.validUntil } : {}) }),
  prefill: () => ({}),
  comparisons: (filed, facts) => [...personRows(facts), ...residenceRows(filed, facts), ...groundRows(filed, facts)],
  review: {
    returnReasons: ['经核查，已不在本市居住：', '材料不能证明就业、住所或就读：', '材料系伪造或涂改，不予签注：'],
    suggestions: { ...GROUND_SUGGESTIONS, residenceProof: ['不能证明目前仍在居住，请补充近三个月的证明'] },
  },
};
