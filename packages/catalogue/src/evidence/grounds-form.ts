import type { FieldSpec, MaterialSpec } from '../define-service';

type Ground = 'employment' | 'home' | 'schooling';
type GroundField = 'employer' | 'homeBasis' | 'school';
export type GroundMaterial = 'employmentProof' | 'homeProof' | 'schoolingProof';

/** Asked and shown only for that ground, and only when data did not confirm it. */
const unproven = (ground: Ground): { op: 'all'; of: [{ op: 'situation'; in: Ground[] }, { op: 'not'; of: { op: 'exempt' } }] } => ({
  op: 'all',
  of: [{ op: 'situation', in: [ground] }, { op: 'not', of: { op: 'exempt' } }],
});

/** 情形: the three grounds of 居住证暂行条例 art. 2. */
export const GROUND_SITUATIONS: Record<Ground, { title: string; description: string }> = {
  employment: { title: '合法稳定就业', description: '在居住地被单位录用、自主经营或从事其他合法职业' },
  home: { title: '合法稳定住所', description: '自有房屋、登记备案的租赁房屋，或单位、学校提供的住宿' },
  schooling: { title: '连续就读', description: '在居住地取得学籍并连续就读' },
};

/** What each ground asks for when data did not confirm it. */
export const GROUND_FIELDS: Record<GroundField, FieldSpec<GroundField, Ground>> = {
  employer: { type: 'text', label: '工作单位', hint: '与劳动合同或营业执照上的名称一致', example: '广州明岚设计有限公司', minLength: 2, maxLength: 60, visible: unproven('employment') },
  homeBasis: {
    type: 'choice', label: '住所来源', example: '租赁', visible: unproven('home'),
    options: [
      { value: 'owned', label: '自有房屋' },
      { value: 'relative', label: '直系亲属房屋' },
      { value: 'rented', label: '租赁' },
      { value: 'provided', label: '单位或学校提供' },
    ],
  },
  school: { type: 'text', label: '就读学校', hint: '与学生证或在读证明上的名称一致', example: '广州市第一中学', minLength: 2, maxLength: 60, visible: unproven('schooling') },
};

export const GROUND_MATERIALS: Record<GroundMaterial, MaterialSpec<GroundField, Ground>> = {
  employmentProof: { title: '劳动合同或营业执照', hint: '拍下有单位名称、本人姓名、期限和盖章的页面', max: 4, visible: unproven('employment') },
  homeProof: { title: '住所证明', hint: '房产证、租赁合同或单位出具的住宿证明，拍清地址和期限', max: 4, visible: unproven('home') },
  schoolingProof: { title: '学生证或在读证明', hint: '拍下有学校盖章和入学时间的页面', max: 3, visible: unproven('schooling') },
};

/** What reviewers most often ask for. */
export const GROUND_SUGGESTIONS: Record<GroundMaterial | 'employer' | 'school', readonly string[]> = {
  employmentProof: ['盖章页看不清，请重拍', '缺少合同期限页，请补拍', '合同已到期，请上传现行合同'],
  homeProof: ['地址或期限看不清，请重拍', '缺少出租人签名页，请补拍', '证明与申报地址不一致，请核对'],
  schoolingProof: ['缺少学校盖章，请重拍', '入学时间看不清，请重拍'],
  employer: ['与材料上的单位名称不一致，请更正'],
  school: ['与材料上的学校名称不一致，请更正'],
};
