import type { MessageTemplate } from './templates';

const lengthOf = (text: string): number => [...text].length;

const DATE = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})`;
const TIME = String.raw`\d{1,2}:\d{2}(:\d{2})?`;
const DAY_FORM = new RegExp(`^${DATE}( ${TIME})?$`);
const TIME_FORM = new RegExp(`^(${DATE} )?${TIME}$|^${DATE}$`);

/** What each kind of keyword may hold: 订阅消息参数值内容限制说明. Kinds that no template uses are left out. */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => lengthOf(value) <= 20,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  name: (value) => /^[\p{Script=Han}·]{1,10}$/u.test(value) || /^[\x20-\x7e]{1,20}$/.test(value),
  date: (value) => DAY_FORM.test(value),
  time: (value) => TIME_FORM.test(value),
};

/** Values by keyword, as both kinds of message carry them. */
export type TemplateData = Readonly<Record<string, { value: string }>>;

/**
 * Checks the values against the template.
 *
 * @returns WeChat's words for the first thing wrong, such as `data.thing1.value is empty`, or undefined
 */
export const wrongTemplateValue = ({ fields }: MessageTemplate, data: TemplateData): string | undefined => {
  for (const keyword of Object.keys(fields)) {
    const value = Object.hasOwn(data, keyword) ? data[keyword]?.value : undefined;
    if (value === undefined || value.trim() === '') return `data.${keyword}.value is empty`;
    const fits = RULES[keyword.replace(/\d+$/, '')];
    if (fits !== undefined && !fits(value)) return `data.${keyword}.value invalid`;
  }
  const unknown = Object.keys(data).find((keyword) => !Object.hasOwn(fields, keyword));
  return unknown === undefined ? undefined : `data.${unknown} is not in template`;
};

/** The values under the labels of the template, in its order. */
export const labelledValues = (
  { fields }: MessageTemplate,
  data: TemplateData,
): { label: string; value: string }[] =>
  Object.entries(fields).map(([keyword, label]) => ({ label, value: data[keyword]?.value ?? '' }));
