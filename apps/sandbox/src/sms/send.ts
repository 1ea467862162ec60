import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Inbox } from '../phone/inbox';
import type { SandboxClock } from '../time/clock';
import { shanghaiDay } from '../time/local-date';
import { SMS_ACCOUNT, smsTemplateWithId } from './credentials';

/** What one number may receive in a day by the provider's frequency rules. */
const DAILY_LIMIT = 50;
const HOURLY_LIMIT = 30;
const SAME_CONTENT_DAILY_LIMIT = 5;
const HOUR_MS = 3_600_000;

export const sendSmsRequest = z.object({
  PhoneNumberSet: z.array(z.string()).min(1).max(200),
  SmsSdkAppId: z.string(),
  SignName: z.string().default(''),
  TemplateId: z.string(),
  TemplateParamSet: z.array(z.string()).default([]),
  SessionContext: z.string().max(512).default(''),
});
export type SendSmsRequest = z.infer<typeof sendSmsRequest>;

/** One entry of Response.SendStatusSet. */
export interface SendStatus {
  SerialNo: string;
  PhoneNumber: string;
  Fee: number;
  SessionContext: string;
  Code: string;
  Message: string;
  IsoCode: string;
}

const MESSAGES: Readonly<Record<string, string>> = {
  Ok: 'send success',
  'InvalidParameterValue.SdkAppIdNotExist': 'SdkAppId not exist',
  'FailedOperation.SignatureIncorrectOrUnapproved': 'signature is incorrect or unapproved',
  'FailedOperation.TemplateIncorrectOrUnapproved': 'template is incorrect or unapproved',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate':
    'template params do not match the approved template',
  'InvalidParameterValue.IncorrectPhoneNumber': 'phone number is incorrect',
  'LimitExceeded.PhoneNumberDailyLimit':
    'the number of sms messages sent to one phone number in a day exceeds the limit',
  'LimitExceeded.PhoneNumberOneHourLimit':
    'the number of sms messages sent to one phone number in an hour exceeds the limit',
  'LimitExceeded.PhoneNumberSameContentDailyLimit':
    'the number of sms messages with the same content sent to one phone number in a day exceeds the limit',
};

/** Eleven digits, from +86…, 0086…, 86… or the bare number; undefined when it is no mainland mobile number. */
export const mainlandNumber = (text: string): string | undefined =>
  /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(text)?.[1];

/** The text with the parameters put in, or undefined when their number is another. */
const filledIn = (text: string, parameters: readonly string[]): string | undefined => {
  const places = new Set(text.match(/\{\d+\}/g));
  if (places.size !== parameters.length) return undefined;
  return text.replace(/\{(\d+)\}/g, (_place, number: string) => parameters[Number(number) - 1] ?? '');
};

const writtenText = (request: SendSmsRequest): { text: string } | { code: string } => {
  if (request.SmsSdkAppId !== SMS_ACCOUNT.sdkAppId) return { code: 'InvalidParameterValue.SdkAppIdNotExist' };
  if (request.SignName !== SMS_ACCOUNT.signName)
    return { code: 'FailedOperation.SignatureIncorrectOrUnapproved' };
  const template = smsTemplateWithId(request.TemplateId);
  if (template === undefined) return { code: 'FailedOperation.TemplateIncorrectOrUnapproved' };
  const text = filledIn(template.text, request.TemplateParamSet);
  return text === undefined
    ? { code: 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate' }
    : { text: `【${SMS_ACCOUNT.signName}】${text}` };
};

/** Which frequency rule another message would break, by the sandbox's clock. */
const exceededLimit = (
  inbox: Inbox,
  clock: SandboxClock,
  phone: string,
  text: string,
): string | undefined => {
  const now = clock.now();
  const today = inbox.smsOf(phone).filter(({ at }) => shanghaiDay(at) === clock.today());
  if (today.length >= DAILY_LIMIT) return 'LimitExceeded.PhoneNumberDailyLimit';
  const lastHour = today.filter(({ at }) => at <= now && now - at < HOUR_MS);
  if (lastHour.length >= HOURLY_LIMIT) return 'LimitExceeded.PhoneNumberOneHourLimit';
  const same = today.filter((message) => message.text === text);
  return same.length >= SAME_CONTENT_DAILY_LIMIT
    ? 'LimitExceeded.PhoneNumberSameContentDailyLimit'
    : undefined;
};

/** Sends to each number and says for each how it went, as SendSms does. */
export const sendSms = (inbox: Inbox, clock: SandboxClock, request: SendSmsRequest): SendStatus[] => {
  const written = writtenText(request);

  const deliver = (number: string): string => {
    if ('code' in written) return written.code;
    const phone = mainlandNumber(number);
    if (phone === undefined) return 'InvalidParameterValue.IncorrectPhoneNumber';
    const exceeded = exceededLimit(inbox, clock, phone, written.text);
    if (exceeded !== undefined) return exceeded;
    inbox.receiveSms(phone, {
      title: SMS_ACCOUNT.signName,
      text: written.text,
      templateId: request.TemplateId,
    });
    return 'Ok';
  };

  return request.PhoneNumberSet.map((number) => {
    const code = deliver(number);
    const sent = code === 'Ok';
    return {
      SerialNo: sent ? `2028:${randomUUID()}` : '',
      PhoneNumber: number.startsWith('+') ? number : `+86${mainlandNumber(number) ?? number}`,
      Fee: sent ? 1 : 0,
      SessionContext: request.SessionContext,
      Code: code,
      Message: MESSAGES[code] ?? code,
      IsoCode: sent ? 'CN' : '',
    };
  });
};
