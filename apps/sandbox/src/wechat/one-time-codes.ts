import { randomBytes } from 'node:crypto';
import type { Person } from '../population/person';
import { own } from '../state/own';
import type { OneTimeCode } from '../state/state';
import type { StateStore } from '../state/store';
import { keepNewest } from '../state/trim';
import type { SandboxClock } from '../time/clock';

const LIFETIME_MS = 300_000;
const KEPT_CODES = 2_000;

/** Codes that the WeChat app hands to the mini-program: each lives five minutes and works once. */
export class OneTimeCodes {
  constructor(
    private readonly store: StateStore,
    private readonly clock: SandboxClock,
  ) {}

  /** @returns 32 characters for a log-in, 64 for a telephone number, as the real ones */
  issue(kind: OneTimeCode['kind'], { personId }: Person): string {
    const code = randomBytes(kind === 'login' ? 16 : 32).toString('hex');
    this.store.state.codes[code] = { kind, personId, issuedAt: this.clock.now() };
    keepNewest(this.store.state.codes, KEPT_CODES);
    this.store.changed();
    return code;
  }

  /** @returns whose code it is, or why it is refused */
  redeem(kind: OneTimeCode['kind'], code: string): { personId: string } | 'invalid' | 'used' {
    const known = own(this.store.state.codes, code);
    if (known === undefined || known.kind !== kind) return 'invalid';
    if (known.usedAt !== undefined) return 'used';
    const age = this.clock.now() - known.issuedAt;
    if (age < 0 || age >= LIFETIME_MS) return 'invalid';
    known.usedAt = this.clock.now();
    this.store.changed();
    return { personId: known.personId };
  }

  /** Whose phone a code came from, used or not: the phone's own pages know the person by it. */
  issuedTo(code: string): string | undefined {
    return own(this.store.state.codes, code)?.personId;
  }
}
