import { citizenIdProblem, refuse, ok, type DocumentType, type LocalDate, type Result } from '@yuezheng/shared-types';
import type { ExchangeDocumentType } from '../exchange/payloads';

const EXCHANGE_NAMES = {
  'citizen-id': 'identity-card',
  'hk-macao-permit': 'hk-macao-travel-permit',
  'taiwan-permit': 'taiwan-travel-permit',
} as const satisfies Record<DocumentType, ExchangeDocumentType>;

const OUR_NAMES = {
  'identity-card': 'citizen-id',
  'hk-macao-travel-permit': 'hk-macao-permit',
  'taiwan-travel-permit': 'taiwan-permit',
} as const satisfies Record<ExchangeDocumentType, DocumentType>;

/** Our document type as the government exchange names it. */
export const toExchangeDocument = (type: DocumentType): ExchangeDocumentType => EXCHANGE_NAMES[type];
/** The exchange’s document type as we name it. */
export const fromExchangeDocument = (type: ExchangeDocumentType): DocumentType => OUR_NAMES[type];

const TRAVEL_PERMITS = {
  // 来往内地通行证 (港澳居民): H or M and 8 digits, older ones 10.
  'hk-macao-permit': { form: /^[HM]\d{8}(\d{2})?$/, message: '港澳居民来往内地通行证号码为 H 或 M 加 8 位数字，例如 H01234567。' },
  // 台湾居民来往大陆通行证: 8 digits, older ones 10 and a letter.
  'taiwan-permit': { form: /^\d{8}(\d{2}[A-Z]?)?$/, message: '台湾居民来往大陆通行证号码为 8 位数字，例如 01234567。' },
} as const;

/** The number as the register writes it, or why it cannot be one. */
export function checkedNumber(type: DocumentType, typed: string, today: LocalDate): Result<string> {
  const number = typed.replace(/\s/g, '').toUpperCase();
  if (type === 'citizen-id') {
    const problem = citizenIdProblem(number, today);
    return problem ? refuse(problem) : ok(number);
  }
  const { form, message } = TRAVEL_PERMITS[type];
  return form.test(number) ? ok(number) : refuse('field-invalid', { fields: [{ path: 'idNumber', code: 'invalid_format', message }] });
}
