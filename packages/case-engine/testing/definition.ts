import type { Field, ServiceDefinition } from '@yuezheng/shared-types';

/** A made-up service with every type of field, a chain of conditions, and a material that hangs on the situation. */
export const bicyclePermit: ServiceDefinition = {
  id: 'bicycle-permit',
  version: 1,
  title: '申领自行车停放证',
  shortTitle: '停放证',
  icon: 'document',
  group: 'test',
  summary: '给自行车一个位置。',
  keywords: ['自行车'],
  startVerb: '开始申领',
  submitVerb: '提交申请',
  pledge: '我承诺信息真实。',
  needsPermit: false,
  decidedAutomatically: { op: 'exempt' },
  guide: { summary: '', who: [], conditions: [], materials: [], steps: [], fee: '免费', timeLimit: '', legalBasis: [], faq: [] },
  situations: [
    { id: 'owned', title: '自有', description: '自己的自行车' },
    { id: 'rented', title: '租用', description: '租来的自行车' },
  ],
  form: [
    {
      id: 'owner',
      title: '车主',
      lead: '',
      fields: [
        { id: 'name', type: 'known', label: '姓名' },
        { id: 'phone', type: 'phone', label: '手机号码' },
        { id: 'guardian', type: 'citizenId', label: '监护人身份证号码', required: { op: 'not', of: { op: 'always' } } },
        { id: 'photo', type: 'photo', label: '证件照片' },
      ],
    },
    {
      id: 'bicycle',
      title: '车辆',
      lead: '',
      fields: [
        { id: 'colour', type: 'choice', label: '颜色', example: '蓝', options: [{ value: 'blue', label: '蓝' }, { value: 'other', label: '其他' }] },
        { id: 'colourName', type: 'text', label: '颜色名称', example: '木棉红', minLength: 2, maxLength: 6, visible: { op: 'equals', field: 'colour', value: 'other' } },
        { id: 'colourReason', type: 'text', label: '颜色说明', maxLength: 50, visible: { op: 'filled', field: 'colourName' }, required: { op: 'equals', field: 'colourName', value: '隐形' } },
        { id: 'boughtOn', type: 'date', label: '购买日期', notBefore: '2000-01-01', notAfter: 'today' },
        { id: 'place', type: 'address', label: '停放地址', example: '体育西路 103 号' },
      ],
    },
  ],
  materials: [
    { id: 'lease', title: '租用合同', hint: '拍清期限', max: 2, visible: { op: 'all', of: [{ op: 'situation', in: ['rented'] }, { op: 'not', of: { op: 'exempt' } }] } },
    { id: 'letter', title: '说明', hint: '有则上传', max: 1, required: { op: 'not', of: { op: 'always' } } },
  ],
  timeLimit: { days: 15, unit: 'day', extendToDays: 30 },
  feeFen: 0,
};

export const fieldOf = (id: string): Field => {
  const field = bicyclePermit.form.flatMap((section) => section.fields).find((candidate) => candidate.id === id);
  if (!field) throw new Error(`no field ${id}`);
  return field;
};
