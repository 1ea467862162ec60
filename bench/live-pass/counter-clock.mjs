import { setTimeout as pause } from 'node:timers/promises';
import { slotAt, slotStart } from '@yuezheng/live-pass';
import { ApiClient } from '../api-client.mjs';

/** The server asks the sandbox for the time once a second. */
const HEARD_AFTER_MS = 1_300;
/** Where in a slot the clock is put: early, so that four slots are acceptable for the seconds that follow. */
const INTO_SLOT_MS = 500;
/** A server that hears of it later than this has missed the beginning of the slot. */
const MOST_LATE_MS = 1_000;
/** Further than the oldest code that a verifier accepts, so that every round has slots of its own. */
const SLOTS_ON = 6;
/** How far the server's time may be from ours where it has heard. */
const CLOSE_MS = 250;
const TRIES = 20;

/** Everybody's clock, moved on so that all holders have codes that nobody has used. */
export class CounterClock {
  #sandbox;
  #api;

  /** @param {{ url: string, sandboxUrl: string | undefined }} stack */
  constructor({ url, sandboxUrl }) {
    if (!sandboxUrl) throw new Error('the sandbox is not running');
    this.#sandbox = new ApiClient(sandboxUrl, 1);
    this.#api = new ApiClient(url, 1);
  }

  /**
   * Moves on to slots that were never shown.
   * @param {number} [further] milliseconds to move on besides
   * @returns {Promise<{ now: number, slots: number[] }>} server time in epoch ms, and the slots that verifiers accept then
   */
  async advance(further = 0) {
    let ahead = further;
    for (let tries = 0; tries < TRIES; tries += 1, ahead = 0) {
      const { offsetMs } = /** @type {{ offsetMs: number }} */ (await this.#sandbox.call({ method: 'GET', path: '/clock' }));
      const target = slotStart(slotAt(Date.now() + HEARD_AFTER_MS + offsetMs + ahead) + SLOTS_ON) + INTO_SLOT_MS;
      const offset = target - Date.now() - HEARD_AFTER_MS;
      await this.#sandbox.call({ method: 'POST', path: '/clock', body: { offsetMs: offset } });
      await pause(HEARD_AFTER_MS);
      if (await this.#isHeard(offset, target + MOST_LATE_MS)) {
        const slot = slotAt(target);
        return { now: Date.now() + offset, slots: [slot - 2, slot - 1, slot, slot + 1] };
      }
    }
    throw new Error('the server does not follow the clock');
  }

  close() {
    this.#sandbox.close();
    this.#api.close();
  }

  /** @param {number} offset @param {number} latest epoch ms by the moved clock */
  async #isHeard(offset, latest) {
    while (Date.now() + offset < latest) {
      const { now } = /** @type {{ now: number }} */ (await this.#api.call({ method: 'GET', path: '/api/config' }));
      if (Math.abs(now - (Date.now() + offset)) < CLOSE_MS) return true;
      await pause(50);
    }
    return false;
  }
}
