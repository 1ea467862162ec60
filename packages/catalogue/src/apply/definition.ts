import { defineService } from '../define-service';
import { GROUND_FIELDS, GROUND_MATERIALS, GROUND_SITUATIONS } from '../evidence/grounds-form';
import { guide } from './guide';

/** 申领广东省电子居住证 (rows A3–A6). */
export const definition = defineService({
  id: 'apply-residence-permit',
  version: 1,
  title: '申领电子居住证',
  shortTitle: '申领\n电子居住证',
  icon: 'document',
  group: 'residence-permit',
  summary: '住满半年，并有稳定就业、稳定住所或连续就读之一，即可在手机上申领，免费。',
  keywords: ['居住证', '电子居住证', '申领', '办证', '申请', '流动人口', 'juzhuzheng', 'jzz'],
  startVerb: '开始申领',
  submitVerb: '提交申请',
  pledge: '我承诺以上信息和材料真实、完整，愿意接受核查并承担不实申报的法律责任。',
  needsPermit: false,
  guide,
  situations: GROUND_SITUATIONS,
  fields: {
    name: { type: 'known', label: '姓名' },
    idNumber: { type: 'known', label: '公民身份号码', masked: true },
    household: { type: 'known', label: '户籍所在地' },
    address: { type: 'address', label: '现居住地址', hint: '以居住登记地址为准，有变动请更改', example: '体育西路 103 号 A 座 1204 房' },
    phone: { type: 'phone', label: '手机号码', hint: '用于接收办理结果和签注提醒' },
    purpose: {
      type: 'choice', label: '居住事由', example: '务工',
      options: [
        { value: 'work', label: '务工' },
        { value: 'business', label: '经商' },
        { value: 'study', label: '就读' },
        { value: 'family', label: '随迁' },
        { value: 'relatives', label: '投靠亲友' },
        { value: 'other', label: '其他' },
      ],
    },
    purposeNote: { type: 'text', label: '事由说明', example: '陪同家人就医', minLength: 2, maxLength: 50, visible: { op: 'equals', field: 'purpose', value: 'other' } },
    ...GROUND_FIELDS,
    photo: { type: 'photo', label: '证件照片', hint: '近期白底正面免冠照；已有符合要求的照片则无需上传' },
  },
  sections: [
    {
      id: 'residence', title: '核对居住信息', lead: '灰色内容来自政务数据，有误可到窗口提出更正。',
      fields: ['name', 'idNumber', 'household', 'address', 'phone', 'purpose', 'purposeNote', 'employer', 'homeBasis', 'school', 'photo'],
    },
  ],
  materials: GROUND_MATERIALS,
  timeLimit: { days: 15, unit: 'day', extendToDays: 30 },
  feeFen: 0,
});
