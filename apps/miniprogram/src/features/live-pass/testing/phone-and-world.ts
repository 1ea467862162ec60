import { ALG_EDDSA, issueCredential, nobleContext, RESIDENCE_PERMIT, verifyPresentation, type ClockReading, type KeyPair } from '@yuezheng/live-pass';
import type { Showing } from '@yuezheng/shared-types';
import type { Answer } from '../../../api';
import { toBase64Url } from '../base64url';
import type { Pass } from '../kept-passes';
import { createLivePermit, type LivePermit } from '../live-permit';
import { INITIAL_STATE, type LiveState } from '../live-state';
import type { After } from '../named-timers';
import type { Burn } from '../pending-burns';
import { openShowingChannel } from '../showing-channel';
import { ChannelServer } from './channel-server';

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const ISSUER = { ...nobleContext.generateKeyPair(ALG_EDDSA, seed(1)), kid: 7 };
const KEY: KeyPair = nobleContext.generateKeyPair(ALG_EDDSA, seed(2));
export const HOUR = 3_600_000;

/** Noon of a day in Guangdong, at the start of a slot. */
export const NOON = Date.UTC(2026, 10, 22, 4, 0, 0);

const OFFLINE: Answer<never> = { ok: false, problem: { code: 'offline', sentence: '手机没有连上网络。', fields: [] } };

/** A phone that shows a permit, and the world around it, in a time that only moves when it is told to. */
export class PhoneAndWorld {
  /** The server's time. The phone's clocks differ from it from the start. */
  time = NOON;
  wallOffset = -47 * 60_000;
  online = true;
  /** How long answers are on their way, and failures too. */
  answersAfterMs = 0;
  active = true;
  /** Why no credential is given out. */
  refusal: Answer<never> | undefined;
  /** Why the server does not tell how the showing stands. */
  overload: Answer<never> | undefined;
  scan: Showing['scan'];
  /** For how long credentials are given out. */
  lifetimeMs = 24 * HOUR;
  pass: Pass | undefined;
  state: LiveState = INITIAL_STATE;
  /** What stood in the way, at each change of the screen. */
  readonly seen: (string | undefined)[] = [];
  readonly burns: Burn[] = [];
  readonly told: Burn[] = [];
  issued = 0;
  asked = 0;
  private run = 1;
  private slept = 0;
  private timers: { at: number; run: () => void }[] = [];
  private tellNetwork: (online: boolean) => void = () => undefined;
  private readonly after: After = (ms, run) => {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((one) => one !== timer));
  };
  /** Whether the permit is neither suspended nor cancelled. */
  inForce = true;
  /** The issuer's key that signed the phone's credential is trusted no more. */
  withdrawn = false;
  readonly channel = new ChannelServer(this.after, () => this.showing());
  live: LivePermit;

  constructor() {
    this.live = this.open();
  }

  /** A phone that is showing, with a network. */
  static async showing(): Promise<PhoneAndWorld> {
    const phone = new PhoneAndWorld();
    phone.live.show();
    await phone.wait(1_500);
    return phone;
  }

  /** Starts the app, as after it was closed. */
  open(): LivePermit {
    this.timers = [];
    this.run += 1;
    this.live = createLivePermit({
      permitId: 'permit',
      key: KEY,
      pass: this.pass,
      keep: (pass) => void (this.pass = pass),
      obtain: (takeOver) => this.arriving(() => this.obtain(takeOver)),
      ask: () => this.arriving(() => this.answer()),
      openChannel: (listener) =>
        openShowingChannel({ openSocket: this.channel.open, hello: async () => ({ token: 'token', permitId: 'permit', deviceId: 'device' }), after: this.after }, listener),
      watchNetwork: (tell) => {
        this.tellNetwork = tell;
        return () => (this.tellNetwork = () => undefined);
      },
      random: () => 0.5,
      tellBurn: (burn) => Promise.resolve(this.online ? (this.told.push(burn), { ok: true as const, value: {} }) : OFFLINE),
      burns: {
        of: () => this.burns[0],
        add: (burn) => void this.burns.splice(0, 1, burn),
        done: () => void this.burns.splice(0, 1),
      },
      read: () => this.read(),
      after: this.after,
      onChange: (state) => {
        this.state = state;
        this.seen.push(state.obstacle?.why);
      },
    });
    return this.live;
  }

  private arriving<T>(answer: () => T): Promise<T> {
    if (this.answersAfterMs === 0) return Promise.resolve(answer());
    return new Promise((resolve) => void this.after(this.answersAfterMs, () => resolve(answer())));
  }

  private read(): ClockReading {
    return { wall: this.time + this.wallOffset, monotonic: this.time - NOON + 1_000 - this.slept, run: String(this.run) };
  }

  private showing(): Showing {
    return { serverTime: this.time, active: this.active, inForce: this.inForce, ...(this.withdrawn && { renew: true as const }), ...(this.scan && { scan: this.scan }) };
  }

  private answer(): Answer<Showing> {
    this.asked += 1;
    if (!this.online) return OFFLINE;
    return this.overload ?? { ok: true, value: this.showing() };
  }

  /** The phone gets or loses its network, and notices. */
  network(online: boolean): void {
    this.online = this.channel.reachable = online;
    this.tellNetwork(online);
  }

  private obtain(takeOver: boolean): Answer<Pass> {
    if (!this.online) return OFFLINE;
    if (this.refusal) return this.refusal;
    if (!this.active && !takeOver) return { ok: false, problem: { code: 'device-replaced', sentence: '证照已在另一部手机上启用。', fields: [] } };
    this.active = true;
    this.issued += 1;
    this.withdrawn = false;
    const request = { permitType: RESIDENCE_PERMIT, maskedName: '林**', permitValidUntil: '2027-12-20', statusIndex: 42, holderKey: KEY, now: this.time, lifetimeMs: this.lifetimeMs };
    const credential = issueCredential(request, ISSUER, nobleContext);
    if (!credential.ok) throw new Error(credential.error);
    const { bytes, expiresAt } = credential.value;
    return { ok: true, value: { credential: toBase64Url(bytes), expiresAt, clock: { serverTime: this.time, reading: this.read() } } };
  }

  /** Lets time pass with everything that happens in it. */
  async wait(ms: number): Promise<void> {
    const end = this.time + ms;
    await this.settle();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = Math.max(this.time, next.at);
      this.timers = this.timers.filter((one) => one !== next);
      next.run();
      await this.settle();
    }
    this.time = end;
  }

  /** Time passes while the phone sleeps: no timer runs, the monotonic clock stands still. */
  sleep(ms: number): void {
    this.time += ms;
    this.slept += ms;
    this.timers.forEach((timer) => (timer.at += ms));
  }

  private next(end: number) {
    return this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }

  private async settle(): Promise<void> {
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
  }

  /** What a counter with the right time says of the code on the screen. */
  verdict(): string {
    const { code } = this.state;
    if (code?.kind !== 'code') return 'no code';
    const verdict = verifyPresentation(code.code, {
      now: this.time,
      issuerKeys: new Map([[ISSUER.kid, ISSUER]]),
      ctx: nobleContext,
      assurance: 'online',
      statusOf: () => ({ status: 'valid', asOf: this.time, expiresAt: this.time + HOUR }),
      burnedBefore: () => this.told[this.told.length - 1]?.before,
      seen: () => false,
    });
    return verdict.kind === 'accepted' ? 'accepted' : verdict.reason;
  }

  get slot(): number | undefined {
    return this.state.code?.kind === 'code' ? this.state.code.slot : undefined;
  }
}
