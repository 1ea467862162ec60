import { randomBytes } from 'node:crypto';

/** WeChat answers errors with status 200 and this body; `errmsg` ends in a request id, as the real one does. */
export interface WechatError {
  errcode: number;
  errmsg: string;
}

/** The global error codes of developers.weixin.qq.com that the sandbox uses, with their real texts. */
const MESSAGES = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40165: 'invalid weapp pagepath',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43004: 'require subscribe',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  84001: 'invalid identify id',
  84002: 'identify id expired',
  84003: 'identify info not match',
  84006: 'cert info invalid',
  84007: 'out_seq_no repeated',
} as const;

export type WechatErrorCode = keyof typeof MESSAGES;

/** @param detail what exactly is wrong, where the real answer says so */
export const wechatError = (errcode: WechatErrorCode, detail?: string): WechatError => {
  const rid = `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
  const said = detail === undefined ? MESSAGES[errcode] : `${MESSAGES[errcode]} ${detail}`;
  return { errcode, errmsg: `${said} rid: ${rid}` };
};

export const isWechatError = (answer: object): answer is WechatError =>
  'errcode' in answer && answer.errcode !== 0;
