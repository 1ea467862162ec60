import type { Purpose } from '@yuezheng/shared-types';

/** What a counter may see besides the name and the last day of validity. */
export type SeenField = 'portrait' | 'sex' | 'ethnicity' | 'birthDate' | 'idNumber' | 'householdPlace' | 'address';

const LABELS: Readonly<Record<SeenField, string>> = {
  portrait: '照片', sex: '性别', ethnicity: '民族', birthDate: '出生日期', idNumber: '证件号码（部分隐藏）', householdPlace: '户籍所在地', address: '居住地址',
};

export interface VerificationPurpose {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly SeenField[];
}

/** For what a counter may ask: a closed list, each with no more than that business needs (个人信息保护法 art. 6). */
export const PURPOSES: readonly VerificationPurpose[] = [
  { id: 'compulsory-education', title: '义务教育入学', fields: ['portrait', 'sex', 'birthDate', 'householdPlace', 'address'] },
  { id: 'motor-vehicle', title: '机动车业务', fields: ['portrait', 'sex', 'birthDate', 'idNumber', 'address'] },
  { id: 'government-service', title: '政务服务', fields: ['portrait', 'sex', 'ethnicity', 'birthDate', 'idNumber', 'address'] },
  { id: 'social-security', title: '医疗社保', fields: ['portrait', 'birthDate', 'idNumber'] },
  { id: 'housing', title: '住房保障', fields: ['portrait', 'idNumber', 'address'] },
  { id: 'employment-service', title: '就业服务', fields: ['portrait', 'sex', 'birthDate'] },
];

export const purposeById = (id: string): VerificationPurpose | undefined => PURPOSES.find((purpose) => purpose.id === id);

export const purposeTitle = (id: string): string => purposeById(id)?.title ?? '其他';

export const purposeView = ({ id, title, fields }: VerificationPurpose): Purpose => ({
  id,
  title,
  sees: ['姓名', ...fields.map((field) => LABELS[field]), '有效期'],
});
