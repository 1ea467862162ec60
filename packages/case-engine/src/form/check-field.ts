import { citizenIdProblem, ERRORS, Id, isLocalDate, type Field, type FieldIssue, type FieldValue, type LocalDate } from '@yuezheng/shared-types';
import { isFilled } from './condition';

export interface CheckContext {
  readonly today: LocalDate;
  /** GB/T 2260 code of the city that the form is for; an address must lie in it. */
  readonly city: string;
  readonly cityName: string;
  /** GB/T 2260 codes of the city's districts; where they are given, an address must name one of them. */
  readonly districts?: readonly string[];
}

const issue = (field: Field, code: string, message: string): FieldIssue => ({ path: `values.${field.id}`, code, message });

/** `，例如“…”`, so that an error always shows what a good answer looks like. */
const example = (field: Field): string => (field.example ? `，例如“${field.example}”` : '');

/** The complaint about a field that is required and was left empty. */
export const missing = (field: Field): FieldIssue =>
  issue(field, 'field-required', `请${field.type === 'choice' || field.type === 'date' || field.type === 'photo' ? '选择' : '填写'}${field.label}${example(field)}。`);

type Check<T extends Field['type']> = (field: Extract<Field, { type: T }>, value: FieldValue, context: CheckContext) => FieldIssue | undefined;

const checkText: Check<'text'> = (field, value) => {
  if (typeof value !== 'string') return issue(field, 'field-type', `${field.label}的格式有误，请重新填写。`);
  const length = Array.from(value.trim()).length;
  if (length > field.maxLength) return issue(field, 'field-too-long', `${field.label}最多 ${field.maxLength} 个字，现在有 ${length} 个，请缩短。`);
  if (field.minLength && length < field.minLength) return issue(field, 'field-too-short', `${field.label}至少 ${field.minLength} 个字${example(field)}。`);
  return undefined;
};

const checkPhone: Check<'phone'> = (field, value) =>
  typeof value === 'string' && /^1\d{10}$/.test(value) ? undefined : issue(field, 'phone-invalid', '手机号码应为 11 位数字，例如“13800138000”。');

const checkCitizenId: Check<'citizenId'> = (field, value, context) => {
  const problem = typeof value === 'string' ? citizenIdProblem(value.toUpperCase(), context.today) : 'citizen-id-invalid';
  return problem && issue(field, problem, ERRORS[problem].sentence);
};

const checkDate: Check<'date'> = (field, value, context) => {
  if (typeof value !== 'string' || !isLocalDate(value)) return issue(field, 'date-invalid', `${field.label}不是有效的日期，例如“2026-03-01”。`);
  if (field.notAfter && value > resolveDay(field.notAfter, context)) return issue(field, 'date-too-late', `${field.label}不能晚于 ${resolveDay(field.notAfter, context)}。`);
  if (field.notBefore && value < resolveDay(field.notBefore, context)) return issue(field, 'date-too-early', `${field.label}不能早于 ${resolveDay(field.notBefore, context)}。`);
  return undefined;
};

/** A bound is a day or the word `today`. */
const resolveDay = (bound: string, context: CheckContext): LocalDate => (bound === 'today' ? context.today : bound);

const checkChoice: Check<'choice'> = (field, value) =>
  typeof value === 'string' && field.options.some((option) => option.value === value)
    ? undefined
    : issue(field, 'choice-unknown', `请在列出的选项中重新选择${field.label}。`);

const checkAddress: Check<'address'> = (field, value, context) => {
  if (typeof value === 'string') return issue(field, 'field-type', `${field.label}的格式有误，请重新填写。`);
  if (value.district.slice(0, 4) !== context.city.slice(0, 4)) {
    return issue(field, 'city-mismatch', `${field.label}不在${context.cityName}，请改为${context.cityName}的地址，或切换城市后重新办理。`);
  }
  if (context.districts && !context.districts.includes(value.district)) return issue(field, 'district-unknown', `请重新选择${field.label}所在的区县。`);
  if (Array.from(value.detail.trim()).length < 4) return issue(field, 'field-too-short', `请写到门牌和房号${example(field)}。`);
  return undefined;
};

/** A photo's value is the id of an uploaded file. */
const checkPhoto: Check<'photo'> = (field, value) =>
  typeof value === 'string' && Id.safeParse(value).success ? undefined : issue(field, 'field-type', '照片没有上传成功，请重新选择。');

/** What is wrong with a filled-in value, or nothing. A `known` field is never sent, so there is nothing to check. */
export const checkField = (field: Field, value: FieldValue, context: CheckContext): FieldIssue | undefined => {
  if (!isFilled(value)) return undefined;
  switch (field.type) {
    case 'known':
      return undefined;
    case 'text':
      return checkText(field, value, context);
    case 'phone':
      return checkPhone(field, value, context);
    case 'citizenId':
      return checkCitizenId(field, value, context);
    case 'date':
      return checkDate(field, value, context);
    case 'choice':
      return checkChoice(field, value, context);
    case 'address':
      return checkAddress(field, value, context);
    case 'photo':
      return checkPhoto(field, value, context);
  }
};
