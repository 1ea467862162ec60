import { setTimeout as pause } from 'node:timers/promises';
import { slotAt, slotStart } from '@yuezheng/live-pass';
import { ApiClient } from '../api-client.mjs';

/** The server asks the sandbox for the time once a second. */
const HEARD_AFTER_MS = 1_300;
/** Where in a slot the clock is put: early, so that four slots are acceptable for the seconds that follow. */
const INTO_SLOT_MS = 500;
/** Further than the oldest code that a verifier accepts, so that every round has slots of its own. */
const SLOTS_ON = 6;

/** Everybody's clock, moved on so that all holders have codes that nobody has used. */
export class CounterClock {
  #sandbox;

  /** @param {string | undefined} sandboxUrl */
  constructor(sandboxUrl) {
    if (!sandboxUrl) throw new Error('the sandbox is not running');
    this.#sandbox = new ApiClient(sandboxUrl, 1);
  }

  /**
   * Moves on to slots that were never shown.
   * @param {number} [further] milliseconds to move on besides
   * @returns {Promise<{ now: number, slots: number[] }>} server time in epoch ms, and the slots that verifiers accept then
   */
  async advance(further = 0) {
    const { offsetMs } = /** @type {{ offsetMs: number }} */ (await this.#sandbox.call({ method: 'GET', path: '/clock' }));
    const target = slotStart(slotAt(Date.now() + HEARD_AFTER_MS + offsetMs + further) + SLOTS_ON) + INTO_SLOT_MS;
    await this.#sandbox.call({ method: 'POST', path: '/clock', body: { offsetMs: target - Date.now() - HEARD_AFTER_MS } });
    await pause(HEARD_AFTER_MS);
    const slot = slotAt(target);
    return { now: target, slots: [slot - 2, slot - 1, slot, slot + 1] };
  }

  close() {
    this.#sandbox.close();
  }
}

