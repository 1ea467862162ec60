import { slotAt } from '@yuezheng/live-pass';
import { fire } from '../../bench/live-pass/load.mjs';
import { codeOf, scanOf } from '../../bench/live-pass/scan.mjs';
import { mutations } from './mutations.mjs';

/** @typedef {import('../../bench/live-pass/holders.mjs').Holder} Holder */
/** @typedef {import('../../bench/live-pass/counter-clock.mjs').CounterClock} CounterClock */
/** @typedef {{ sent: number, accepted: number }} Control */
/** `good`: genuine codes in time, which must be accepted. @typedef {{ good: Control, sent: number, accepted: number, serverErrors: number, notACode: number, reasons: Record<string, number> }} RouteFigure */

const CONNECTIONS = 32;
/** As many as are sent before the codes that the damage starts from grow old. */
const CHUNK = 4_000;
const DAY_MS = 24 * 3_600_000;

/**
 * The same stream of damaged, forged, old and used codes, sent to the running server: made anew from what real holders
 * show at that moment. At the end every credential is let expire, and what they showed last is sent too.
 * @param {{ seed: number, count: number, url: string, holders: readonly Holder[], clock: CounterClock, logIn: () => Promise<string> }} setting
 * @returns {Promise<RouteFigure>}
 */
export async function proveRoute({ seed, count, url, holders, clock, logIn }) {
  /** @type {RouteFigure} */
  const figure = { good: { sent: 0, accepted: 0 }, sent: 0, accepted: 0, serverErrors: 0, notACode: 0, reasons: {} };
  /** @param {readonly string[]} codes @param {string} token */
  const send = async (codes, token) => (await fire(url, codes.map((code) => scanOf(code, token)), CONNECTIONS)).hits;
  const clerk = await logIn();
  for (let start = 0; start < count; start += CHUNK) {
    const { good, used } = await shownBy(holders, clock);
    for (const hit of await send(used, clerk)) takeGood(figure.good, hit);
    const bad = [...mutations(seed + start, Math.min(CHUNK, count - start), good)].map(({ code }) => code);
    for (const hit of await send(bad, clerk)) take(figure, hit);
  }
  const { now } = await clock.advance(DAY_MS);
  const last = holders.map((holder) => codeOf(holder, slotAt(now - DAY_MS)));
  for (const hit of await send(last, await logIn())) take(figure, hit);
  return figure;
}

/**
 * @param {readonly Holder[]} holders
 * @param {CounterClock} clock
 */
async function shownBy(holders, clock) {
  const { slots: [earlier = 0, , slot = 0] } = await clock.advance();
  const at = (/** @type {number} */ shown) => holders.map((holder) => codeOf(holder, shown));
  const used = at(earlier + 1);
  return { used, good: { fresh: at(slot), used, old: at(earlier - 2), future: at(slot + 3) } };
}

/** @param {Control} good @param {import('../../bench/live-pass/load.mjs').Hit} hit */
function takeGood(good, { status, body }) {
  good.sent += 1;
  if (status === 200 && JSON.parse(body).kind === 'accepted') good.accepted += 1;
}

/** @param {RouteFigure} figure @param {import('../../bench/live-pass/load.mjs').Hit} hit */
function take(figure, { status, body }) {
  figure.sent += 1;
  if (status >= 500) figure.serverErrors += 1;
  // Longer than anything that a scanner reads: the contract refuses it with a sentence.
  else if (status === 422 || status === 400) figure.notACode += 1;
  else if (status !== 200) throw new Error(`${status} ${body.slice(0, 200)}`);
  else {
    const { kind, reason = '' } = /** @type {{ kind: string, reason?: string }} */ (JSON.parse(body));
    if (kind === 'accepted') figure.accepted += 1;
    else figure.reasons[reason] = (figure.reasons[reason] ?? 0) + 1;
  }
}
