import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { WechatHttp } from './wechat-http';

export interface FaceSubject {
  readonly openid: string;
  readonly name: string;
  readonly idNumber: string;
}

export type FaceVerdict = 'passed' | 'failed' | 'pending';

const Started = z.object({ verify_id: z.string().min(1) });
const Queried = z.object({ verify_ret: z.number() });

const PASSED = 10_000;
/** The person has not stood before the camera yet. */
const NOT_DONE = 90_199;
const BAD_IDENTITY = 84_006;
const EXPIRED = 84_002;

const certOf = ({ name, idNumber }: FaceSubject) => ({ cert_type: 'IDENTITY_CARD', cert_name: name, cert_no: idNumber });

/** SHA-256 over the three values in Base64, as the documentation of queryVerifyInfo asks for. */
function certHash(subject: FaceSubject): string {
  const pairs = Object.entries(certOf(subject)).map(([key, value]) => `${key}=${Buffer.from(value).toString('base64')}`);
  return createHash('sha256').update(pairs.join('&')).digest('hex');
}

/** WeChat's face check 2.0 (人脸核身), which knows mainland identity cards only. */
@Injectable()
export class FaceCheckClient {
  constructor(
    private readonly config: Config,
    private readonly wechat: WechatHttp,
  ) {}

  /** `getVerifyId`. @param request our own number of this check, 5 to 32 characters, never used before */
  async start(request: string, subject: FaceSubject): Promise<Result<string>> {
    const body = { out_seq_no: request, cert_info: certOf(subject), openid: subject.openid };
    const answer = await this.wechat.call(this.config.env.WECHAT_APPID, '/cityservice/face/identify/getverifyid', { body });
    if (!answer.ok) return answer;
    if (answer.value.errcode === BAD_IDENTITY) return refuse('real-name-mismatch');
    const started = Started.safeParse(answer.value.body);
    return started.success ? ok(started.data.verify_id) : refuse('outside-system-down');
  }

  /** `queryVerifyInfo`: passed means errcode 0 and verify_ret 10000, and nothing else does. */
  async verdict(request: string, verifyId: string, subject: FaceSubject): Promise<Result<FaceVerdict>> {
    const body = { verify_id: verifyId, out_seq_no: request, cert_hash: certHash(subject), openid: subject.openid };
    const answer = await this.wechat.call(this.config.env.WECHAT_APPID, '/cityservice/face/identify/queryverifyinfo', { body, repeatable: true });
    if (!answer.ok) return answer;
    if (answer.value.errcode === EXPIRED) return ok('failed');
    const queried = Queried.safeParse(answer.value.body);
    if (answer.value.errcode !== 0 || !queried.success) return refuse('outside-system-down');
    if (queried.data.verify_ret === PASSED) return ok('passed');
    return ok(queried.data.verify_ret === NOT_DONE ? 'pending' : 'failed');
  }
}
