import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../context';
import { bodyOf, parsedBody } from '../http/body';
import { disturbedBy } from '../switches/guard';
import { isFresh } from '../time/freshness';
import { sendSms, sendSmsRequest } from './send';
import { tc3Refusal } from './tc3-signature';

const failure = (Code: string, Message: string) => ({
  Response: { Error: { Code, Message }, RequestId: randomUUID() },
});

/** POST /sms/send: SendSms of Tencent Cloud, API 2021-01-11. Errors come with status 200, as there. */
export const smsRoutes = (app: FastifyInstance, { switches, inbox, clock }: Sandbox): void => {
  app.post('/sms/send', { preHandler: disturbedBy(switches, 'sms') }, (request) => {
    const timestamp = String(request.headers['x-tc-timestamp'] ?? '');
    if (request.headers['x-tc-action'] !== 'SendSms')
      return failure('InvalidAction', 'The action is not SendSms.');
    if (request.headers['x-tc-version'] !== '2021-01-11')
      return failure('NoSuchVersion', 'The version is not 2021-01-11.');
    if (!/^\d{9,11}$/.test(timestamp)) return failure('MissingParameter', 'X-TC-Timestamp is missing.');
    const refusal = tc3Refusal({ headers: request.headers, body: bodyOf(request).raw, timestamp });
    if (refusal !== undefined) return failure(refusal, 'The Authorization header is not right.');
    if (!isFresh(clock, Number(timestamp) * 1_000)) {
      return failure('AuthFailure.SignatureExpire', 'The timestamp is more than five minutes off.');
    }
    const body = parsedBody(request, sendSmsRequest);
    if (body === undefined) return failure('InvalidParameter', 'The body does not fit SendSms.');
    return { Response: { SendStatusSet: sendSms(inbox, clock, body), RequestId: randomUUID() } };
  });
};
