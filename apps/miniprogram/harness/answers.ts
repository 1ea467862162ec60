import type { WxAnswer, WxRequest } from './fake-wx';

/** The permit on the first page. */
export const PERMIT = {
  id: '7f2c1e3a-0000-4000-8000-000000000001',
  type: 'residence-permit',
  title: '广东省居住证',
  holderName: '林晓岚',
  idNumber: '4304 **** **** **21',
  cityName: '广州市',
  districtName: '天河区',
  validUntil: '2026-12-20',
  status: 'valid',
  statusLabel: '有效',
  tone: 'ok',
  ward: false,
  linked: true,
};

const service = { id: 'residence-permit-apply', title: '申领电子居住证', shortTitle: '申领\n电子居住证', icon: 'document', group: 'residence-permit', summary: '' };

const BODIES: Record<string, unknown> = {
  '/auth/wechat': { token: 'token-of-the-first-session', expiresAt: '2030-01-01T00:00:00.000Z', me: { verified: true, wards: [], unreadMessages: 0 } },
  '/home': { permit: PERMIT, todos: [], unreadMessages: 0 },
  '/services': { groups: [{ id: 'residence-permit', title: '居住证', services: [service] }], elsewhere: [] },
};

/** Path of a request below the API's base, without its query. */
export const apiPath = ({ url }: WxRequest): string => (url.split('/api')[1] ?? '').split('?')[0] ?? '';

/** A server that knows what the first pages ask for. */
export function everydayAnswers(request: WxRequest): WxAnswer {
  const body = BODIES[apiPath(request)];
  return body === undefined
    ? { status: 404, body: { type: 'about:blank', title: 'Not Found', status: 404, code: 'not-found', detail: '没有找到此内容，请返回列表查看。' } }
    : { status: 200, body };
}
