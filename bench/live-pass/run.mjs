import { aligned, ms } from '../figures.mjs';
import { run as benchCodeSize } from './code-size.mjs';
import { run as benchPhoneRefresh } from './phone-refresh.mjs';
import { run as benchRequests } from './requests.mjs';
import { run as benchVerify } from './verify.mjs';
import { benchVerifyRoute } from './verify-route/run.mjs';

/** What is measured, ours, against what, theirs, ratio, aim, and whether it is met. @typedef {[string, string, string, string, string, string, string]} Row */

/**
 * @param {import('../../scripts/lib/temporary-ground.mjs').Ground} bench
 * @param {import('../../scripts/lib/report.mjs').Reporter} report
 * @returns {Promise<string[]>} lines of a table
 */
export async function benchLivePass(bench, report) {
  report.step('测量验签、码长和手机刷新 · measuring signatures, code size and the refresh on the phone');
  const rows = [...verifyRows(await benchVerify()), ...sizeRows(await benchCodeSize()), ...refreshRows(await benchPhoneRefresh()), ...requestRows(await benchRequests())];
  const routeRows = rowsOfRoutes(await benchVerifyRoute(bench, report));
  return ['亮证 · the live pass, in one run', ...aligned(['', 'ours', 'against', 'theirs', 'ratio', 'aim', ''], [...rows, ...routeRows])];
}

/** @param {boolean} holds */
const met = (holds) => (holds ? 'met' : 'not met');

/** @param {Awaited<ReturnType<typeof benchVerify>>} figures @returns {Row[]} */
function verifyRows({ speed, ratios, aims }) {
  const us = (/** @type {number} */ median) => `${median.toFixed(0)} µs`;
  const theirs = /** @type {const} */ ([
    ['documented', '@sd-jwt/core as documented (ES256, WebCrypto)'],
    ['leanest', '@sd-jwt/core at its leanest (Ed25519, node:crypto)'],
  ]);
  return /** @type {const} */ (['cold', 'cached']).flatMap((way) =>
    theirs.map(([name, title], index) => /** @type {Row} */ ([
      index === 0 ? `verify credential and key binding, ${way === 'cold' ? 'cold' : 'issuer’s part cached'}` : '', us(speed[way].medianMicroseconds), title,
      us(speed[name].medianMicroseconds), `${ratios[name][way].toFixed(2)}×`, `≥ ${aims[way]}×`, met(ratios[name][way] >= aims[way]),
    ])),
  );
}

/** @param {Awaited<ReturnType<typeof benchCodeSize>>} figures @returns {Row[]} */
function sizeRows({ ours, published, measured }) {
  return [
    ['characters of a usual code', String(ours.usual), 'EU DCC (published)', String(published.euDcc), '', '≤ 335', met(ours.usual <= 335)],
    ['characters of the longest code', String(ours.longest), 'SD-JWT with key binding (published; the same claims here)', `${published.sdJwtWithKeyBinding}; ${measured.sdJwtWithKeyBinding}`, '', '≤ 395', met(ours.longest <= 395)],
  ];
}

/** @param {Awaited<ReturnType<typeof benchPhoneRefresh>>} figures @returns {Row[]} */
function refreshRows({ speed, ratio, aims }) {
  const ours = speed.ours.medianMicroseconds / 1000;
  return [
    ['one refresh on the phone, without a JIT', ms(ours), 'tweetnacl and default qrcode', ms(speed.theirs.medianMicroseconds / 1000), `${ratio.toFixed(1)}×`, `≤ ${aims.milliseconds} ms, ≥ ${aims.ratio}×`, met(ours <= aims.milliseconds && ratio >= aims.ratio)],
  ];
}

/** @param {Awaited<ReturnType<typeof benchRequests>>} figures @returns {Row[]} */
function requestRows({ showings, requests, renderedByServer }) {
  return [[`requests for ${showings} codes`, String(requests), 'codes rendered by a server', String(renderedByServer), '', '0', met(requests === 0)]];
}

/** @param {Awaited<ReturnType<typeof benchVerifyRoute>>} figures @returns {Row[]} */
function rowsOfRoutes({ api, floor, twin, bareTwin }) {
  const rate = (/** @type {import('./verify-route/compare.mjs').Figure} */ { perSecond, p99 }) => `${perSecond.toFixed(0)}/s, p99 ${p99.toFixed(0)} ms`;
  const ratioTo = (/** @type {typeof api} */ other) => api.perSecond / other.perSecond;
  return [
    [`verify route, ${api.scans} scans, 32 at once`, rate(api), 'the same work on Nest-Express, jose, TypeORM save', rate(twin), `${ratioTo(twin).toFixed(2)}×`, '≥ 4×', met(ratioTo(twin) >= 4)],
    ['', '', 'that twin with verification and single use alone', rate(bareTwin), `${ratioTo(bareTwin).toFixed(2)}×`, '', ''],
    ['', '', 'verification and single use on bare fastify and pg', rate(floor), `${ratioTo(floor).toFixed(2)}×`, '≥ 0.6×', met(ratioTo(floor) >= 0.6)],
  ];
}
