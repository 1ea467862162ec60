import { defineService } from '../define-service';
import { GROUND_FIELDS, GROUND_MATERIALS, GROUND_SITUATIONS } from '../evidence/grounds-form';
import { guide } from './guide';

/** 签注居住证 (row A10): holders whom data confirm only confirm; special cases upload. */
export const definition = defineService({
  id: 'endorse-residence-permit',
  version: 2,
  title: '签注居住证',
  shortTitle: '签注',
  icon: 'stamp',
  group: 'residence-permit',
  summary: '居住每满一年前一个月内签注一次，通过数据核验的点一下即可续一年。',
  keywords: ['签注', '居住证签注', '续签', '延期', '年审', '恢复', '补签注', 'qianzhu', 'qz'],
  startVerb: '去签注',
  submitVerb: '确认签注',
  pledge: '我确认仍在此地址居住，以上信息真实。',
  needsPermit: true,
  decidedAutomatically: { op: 'exempt' },
  guide,
  situations: GROUND_SITUATIONS,
  fields: {
    name: { type: 'known', label: '姓名' },
    idNumber: { type: 'known', label: '公民身份号码', masked: true },
    permitAddress: { type: 'known', label: '居住地址' },
    validUntil: { type: 'known', label: '当前有效期至' },
    ...GROUND_FIELDS,
  },
  sections: [{ id: 'permit', title: '核对签注信息', lead: '灰色内容来自您的居住证和政务数据。地址有变动的，请先到派出所办理居住登记变更。', fields: ['name', 'idNumber', 'permitAddress', 'validUntil', 'employer', 'homeBasis', 'school'] }],
  materials: {
    ...GROUND_MATERIALS,
    residenceProof: {
      title: '继续居住的证明', hint: '居住登记已中断的请上传，例如居委会证明或水电费单', max: 3,
      visible: { op: 'not', of: { op: 'exempt' } }, required: { op: 'not', of: { op: 'always' } },
    },
  },
  timeLimit: { days: 15, unit: 'day', extendToDays: 30 },
  feeFen: 0,
});
