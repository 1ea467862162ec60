import { citizenIdProblem, ERRORS, type DocumentType, type FieldIssue } from '@yuezheng/shared-types';

/** What the person types for real-name verification. */
export interface Claim {
  readonly documentType: DocumentType;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

export type ClaimField = keyof Claim;
export type ClaimIssues = Partial<Record<ClaimField, string>>;

interface Document {
  readonly value: DocumentType;
  readonly label: string;
  readonly numberHint: string;
  readonly pattern: RegExp;
  readonly example: string;
  /** What its holder can do here once the name is verified (row A16). */
  readonly opens: string;
}

const OUTSIDE = '您的身份已核实。港澳台居民居住证不在电子居住证的申领范围，请持通行证到居住地派出所或政务服务中心公安窗口申领。您可以在这里查看办事指南和消息。';

export const DOCUMENTS: readonly Document[] = [
  { value: 'citizen-id', label: '居民身份证', numberHint: '18 位身份证号码', pattern: /^/, example: '', opens: '您的身份已核实。能不能申领，查一查就知道；已有居住证的，可以添加到“亮证”出示。' },
  { value: 'hk-macao-permit', label: '港澳居民来往内地通行证', numberHint: 'H 或 M 加 8 位数字', pattern: /^[HM](\d{8}|\d{10})$/, example: 'H12345678', opens: OUTSIDE },
  { value: 'taiwan-permit', label: '台湾居民来往大陆通行证', numberHint: '8 位数字', pattern: /^(\d{8}|\d{10}[A-Z]?)$/, example: '12345678', opens: OUTSIDE },
];

export const documentOf = (type: DocumentType) => DOCUMENTS.find(({ value }) => value === type) ?? (DOCUMENTS[0] as (typeof DOCUMENTS)[number]);

/** A number as it is printed: no spaces, capitals. */
export const tidyNumber = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

/** What is wrong with the number alone, once it is long enough to be judged. */
export function numberIssue({ documentType, idNumber }: Pick<Claim, 'documentType' | 'idNumber'>, today: string): string | undefined {
  if (documentType === 'citizen-id') {
    const problem = citizenIdProblem(idNumber, today);
    return problem && ERRORS[problem].sentence;
  }
  const { pattern, label, example } = documentOf(documentType);
  return pattern.test(idNumber) ? undefined : `${label}号码有误，请核对，例如 ${example}。`;
}

/** Everything to put right before the claim is sent. */
export function claimIssues(claim: Claim, today: string): ClaimIssues {
  const name = claim.name.trim() === '' ? '请填写证件上的姓名，例如 林晓岚。' : undefined;
  const idNumber = numberIssue(claim, today);
  const phone = claim.phone === '' || /^1\d{10}$/.test(claim.phone) ? undefined : '请填写 11 位手机号码，例如 13800138000。';
  return { ...(name && { name }), ...(idNumber && { idNumber }), ...(phone && { phone }) };
}

const isClaimField = (path: string): path is ClaimField => ['documentType', 'name', 'idNumber', 'phone'].includes(path);

/** What the server complains about, by field. */
export const issuesOf = (fields: readonly FieldIssue[]): ClaimIssues =>
  Object.fromEntries(fields.flatMap(({ path, message }) => (isClaimField(path) ? [[path, message]] : [])));
