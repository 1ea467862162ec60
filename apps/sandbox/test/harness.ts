import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { createSandbox } from '../src/app';
import type { SandboxOptions } from '../src/app';
import { EXCHANGE_ACCOUNT, exchangeSignature } from '../src/exchange/signature';
import { SMS_ACCOUNT } from '../src/sms/credentials';
import { tc3Signature } from '../src/sms/tc3-signature';
import type { WechatApp } from '../src/wechat/credentials';
import { MINI_PROGRAM } from '../src/wechat/credentials';

/** 2026-11-22 09:41 in Asia/Shanghai, the moment of the design drawings. */
export const NOON_OF_TESTS = Date.parse('2026-11-22T01:41:00Z');

type Json = Record<string, unknown>;

export interface Answer {
  status: number;
  body: Json;
  text: string;
}

/** A sandbox without a port, whose machine clock stands still until it is moved. */
export class TestSandbox {
  readonly app: FastifyInstance;
  machineNow = NOON_OF_TESTS;

  constructor(options: SandboxOptions = {}) {
    this.app = createSandbox({ machineNow: () => this.machineNow, ...options });
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.app.inject({ method: 'GET', url, headers });
    return { status: answer.statusCode, body: readJson(answer.body), text: answer.body };
  }

  async post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await this.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: answer.statusCode, body: readJson(answer.body), text: answer.body };
  }

  /** Moves both clocks on, as waiting does. */
  wait(ms: number): void {
    this.machineNow += ms;
  }

  async token({ appid, secret }: WechatApp = MINI_PROGRAM): Promise<string> {
    const { body } = await this.get(
      `/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`,
    );
    return String(body.access_token);
  }

  /** Logs a person in: what code2Session answers. */
  async session(personId: string): Promise<{ openid: string; unionid: string }> {
    const { body } = await this.post(`/phone/${personId}/login-code`, {});
    const { appid, secret } = MINI_PROGRAM;
    const query = `appid=${appid}&secret=${secret}&js_code=${String(body.code)}&grant_type=authorization_code`;
    const session = await this.get(`/sns/jscode2session?${query}`);
    return { openid: String(session.body.openid), unionid: String(session.body.unionid) };
  }

  /** A signed query of the data exchange. `change` may spoil the headers. */
  exchange(system: string, query: Json, change: Record<string, string> = {}): Promise<Answer> {
    const path = `/exchange/${system}/query`;
    const body = JSON.stringify({ purpose: '居住证申领资格校验', ...query });
    const call = {
      method: 'POST',
      path,
      timestamp: String(this.machineNow),
      nonce: randomBytes(12).toString('hex'),
      body,
    };
    return this.post(path, body, {
      'x-app-id': EXCHANGE_ACCOUNT.appId,
      'x-timestamp': call.timestamp,
      'x-nonce': call.nonce,
      'x-signature': exchangeSignature(call, EXCHANGE_ACCOUNT.secret),
      ...change,
    });
  }

  /** What a system of the exchange says of someone, checked against its schema. */
  async records<S extends z.ZodType>(system: string, idNumber: string, schema: S): Promise<z.infer<S>> {
    const { body } = await this.exchange(system, { idNumber });
    return schema.parse(body.data);
  }

  /** A signed SendSms. */
  sms(request: Json, change: Record<string, string> = {}): Promise<Answer> {
    const body = JSON.stringify({
      SmsSdkAppId: SMS_ACCOUNT.sdkAppId,
      SignName: SMS_ACCOUNT.signName,
      ...request,
    });
    const timestamp = String(Math.floor(this.machineNow / 1_000));
    const headers = { 'content-type': 'application/json; charset=utf-8', host: 'localhost:80' };
    const date = new Date(this.machineNow).toISOString().slice(0, 10);
    const signedHeaders = 'content-type;host';
    const signature = tc3Signature({ headers, body, timestamp }, signedHeaders, date, SMS_ACCOUNT.secretKey);
    return this.post('/sms/send', body, {
      ...headers,
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-timestamp': timestamp,
      authorization: `TC3-HMAC-SHA256 Credential=${SMS_ACCOUNT.secretId}/${date}/sms/tc3_request, SignedHeaders=${signedHeaders}, Signature=${signature}`,
      ...change,
    });
  }
}

const readJson = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
};

/** Recomputes TC3 in the words of the provider's documentation, apart from the code under test. */
export const tc3ByTheBook = (body: string, host: string, timestamp: string, date: string): string => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const canonical = `POST\n/\n\ncontent-type:application/json; charset=utf-8\nhost:${host}\n\ncontent-type;host\n${hash(body)}`;
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/sms/tc3_request\n${hash(canonical)}`;
  return mac(mac(mac(mac(`TC3${SMS_ACCOUNT.secretKey}`, date), 'sms'), 'tc3_request'), toSign).toString(
    'hex',
  );
};
