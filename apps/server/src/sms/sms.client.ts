import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { OutsideHttp } from '../platform/outside/outside-http';
import { tc3Authorization } from './tc3-signature';

export interface ShortMessage {
  /** Eleven digits. */
  readonly phone: string;
  readonly templateId: string;
  /** What stands for {1}, {2} … in the approved text. */
  readonly parameters: readonly string[];
}

/** Whether the provider took the message, with its code when it did not. */
export type SmsDelivery = { readonly delivered: true } | { readonly delivered: false; readonly code: string };

const Answer = z.object({
  Response: z.object({
    SendStatusSet: z.array(z.object({ Code: z.string() })).optional(),
    Error: z.object({ Code: z.string() }).optional(),
  }),
});

/** SendSms of Tencent Cloud, API 2021-01-11. */
@Injectable()
export class SmsClient {
  private readonly http = new OutsideHttp('sms');

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @returns how it went, or `outside-system-down` when the provider gave no answer (it may then have been sent) */
  async send({ phone, templateId, parameters }: ShortMessage): Promise<Result<SmsDelivery>> {
    const { SMS_BASE_URL, SMS_APP_ID, SMS_SIGN_NAME, SMS_SECRET_ID, SMS_SECRET_KEY } = this.config.env;
    const body = JSON.stringify({ PhoneNumberSet: [`+86${phone}`], SmsSdkAppId: SMS_APP_ID, SignName: SMS_SIGN_NAME, TemplateId: templateId, TemplateParamSet: parameters });
    const seconds = Math.floor(this.clock.now() / 1000);
    const credentials = { secretId: SMS_SECRET_ID, secretKey: SMS_SECRET_KEY };
    const headers = {
      'content-type': 'application/json',
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-region': 'ap-guangzhou',
      'x-tc-timestamp': String(seconds),
      authorization: tc3Authorization(credentials, 'sms', new URL(SMS_BASE_URL).host, seconds, body),
    };
    const answer = await this.http.send({ method: 'POST', url: SMS_BASE_URL, headers, body, repeatable: false });
    if (!answer.ok) return answer;
    const parsed = Answer.safeParse(answer.value.json);
    if (!parsed.success) return refuse('outside-system-down');
    const code = parsed.data.Response.Error?.Code ?? parsed.data.Response.SendStatusSet?.[0]?.Code ?? 'Unknown';
    return ok(code === 'Ok' ? { delivered: true } : { delivered: false, code });
  }
}
