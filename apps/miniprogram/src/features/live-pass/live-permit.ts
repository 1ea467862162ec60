import { readHolderClock, type HolderClock, type KeyPair } from '@yuezheng/live-pass';
import type { Showing } from '@yuezheng/shared-types';
import { isPassing, type Answer, type ApiProblem, type ProblemCode } from '../../api/problem';
import { createCodeMaker, type CodeMaker } from './code-maker';
import type { Pass } from './kept-passes';
import { INITIAL_STATE, type Capture, type LiveState, type Obstacle, type Scan } from './live-state';
import { createTimers } from './named-timers';
import type { Burn, PendingBurns } from './pending-burns';
import { createServerWatch, type WatchPorts } from './server-watch';

/** Everything outside of the showing itself. */
export interface LivePorts extends WatchPorts {
  readonly permitId: string;
  readonly key: KeyPair;
  readonly pass?: Pass;
  keep(pass: Pass | undefined): void;
  obtain(takeOver: boolean): Promise<Answer<Pass>>;
  tellBurn(burn: Burn): Promise<Answer<unknown>>;
  readonly burns: PendingBurns;
  onChange(state: LiveState): void;
}

/** One permit being shown. Asks the server nothing for a showing; what it says only adds the challenge and the time. */
export interface LivePermit {
  show(): void;
  hide(): void;
  /** A screenshot was taken. */
  screenshot(): void;
  /** The screen is being recorded from now on, or no longer. */
  record(running: boolean): void;
  /** Makes this the holder's active phone. Gives the problem where it did not work. */
  takeOver(): Promise<ApiProblem | undefined>;
  retry(): Promise<ApiProblem | undefined>;
  putScanAway(): void;
}

/** A credential with less than this left is renewed while there is a network. */
const RENEW_BELOW_MS = 16 * 3_600_000;
const RENEW_AGAIN_MS = { after: 600_000, failed: 30_000, expired: 3_000 };
/** A new offset is taken when the old one is this far off. */
const DRIFT_MS = 400;
/** The server's word is this old at most when it arrives; a clock further off than that is set anew. */
const PUSH_DELAY_MS = 2_000;
/** Scans of an earlier opening are not news. */
const NEWS_MS = 2_000;
/** How long a scan stays on the screen unless it is put away. */
const SCAN_SHOWN_MS = { accepted: 60_000, refused: 15_000 };
const TELL_AGAIN_MS = 3_000;
/** The time or a new credential is there in a moment: only a longer wait is worth a word. */
const PATIENCE_MS = 3_000;
/** Problems that say nothing but that the server was not reached. */
const UNANSWERED: ReadonlySet<ProblemCode> = new Set(['offline', 'timeout']);

export function createLivePermit(ports: LivePorts): LivePermit {
  const timers = createTimers<'tick' | 'scan' | 'burn'>(ports.after);
  const server = createServerWatch(ports, { heard, unreachable, refused: () => set({ outdated: true }) });
  let state: LiveState = INITIAL_STATE;
  let pass = ports.pass;
  let burnedBefore = ports.burns.of(ports.permitId)?.before ?? 0;
  let maker: CodeMaker | undefined = pass && createCodeMaker(pass.credential, ports.key, burnedBefore);
  let visible = false;
  let recorded = false;
  /** Whether the server was heard in this showing, and not lost since. */
  let reached = false;
  let wasActive = false;
  let obtaining: Promise<ApiProblem | undefined> | undefined;
  let telling = false;
  let renewAgainAt = -Infinity;
  let triedAt = -Infinity;
  let openedAt: number | undefined;
  let seenScan: string | undefined;
  /** Since when there is no code for want of the time or of a credential, in monotonic ms. */
  let waitingSince: number | undefined;

  function set(change: Partial<LiveState>): void {
    state = { ...state, ...change };
    ports.onChange(state);
  }
  const block = (obstacle: Obstacle): void => set({ obstacle, code: undefined });

  /** No code for the time being. Where something is said already, this is said instead. */
  function wait(obstacle: Obstacle, known: Partial<LiveState>): void {
    const { monotonic } = ports.read();
    waitingSince ??= monotonic;
    const isLong = state.obstacle !== undefined || monotonic >= waitingSince + PATIENCE_MS;
    set({ ...known, code: undefined, ...(isLong && { obstacle }) });
  }

  function tick(): void {
    if (!visible) return;
    if (state.obstacle?.why !== 'replaced' && pass !== undefined && maker !== undefined) draw(maker, pass);
    renewIfDue();
    timers.set('tick', state.now === undefined ? 1_000 : 1_005 - (state.now % 1_000), tick);
  }

  function draw(codes: CodeMaker, { clock, expiresAt }: Pass): void {
    const answer = clock && readHolderClock(clock, ports.read());
    if (answer?.kind !== 'sure' && !obtaining) server.askForTime();
    if (answer === undefined || answer.kind === 'needs-sync') return wait({ why: 'clock' }, { now: undefined });
    const known = { now: answer.now, timeIsSure: answer.kind === 'sure', until: expiresAt };
    if (recorded) return set({ ...known, code: undefined, obstacle: { why: 'recording' } });
    const code = codes.at(answer.now);
    if (code.kind === 'code' || code.kind === 'waiting') {
      waitingSince = undefined;
      return set({ ...known, code, obstacle: undefined });
    }
    wait({ why: 'expired' }, known);
    if (code.kind === 'unusable') ports.keep((pass = undefined));
    if (!obtaining && ports.read().monotonic >= triedAt + RENEW_AGAIN_MS.expired) void obtain(false);
  }

  /** A failure while there still is a pass is not worth a word. */
  function renewIfDue(): void {
    if (!reached || obtaining || state.obstacle?.why === 'replaced' || ports.read().monotonic < renewAgainAt) return;
    if (pass === undefined || (state.now !== undefined && pass.expiresAt - state.now < RENEW_BELOW_MS)) void obtain(false);
  }

  /** At most one at a time. */
  function obtain(takeOver: boolean): Promise<ApiProblem | undefined> {
    obtaining ??= ports.obtain(takeOver).then((answer) => {
      obtaining = undefined;
      triedAt = ports.read().monotonic;
      renewAgainAt = triedAt + (answer.ok ? RENEW_AGAIN_MS.after : RENEW_AGAIN_MS.failed);
      if (answer.ok) {
        take(answer.value);
        return undefined;
      }
      notObtained(answer.problem);
      return answer.problem;
    });
    return obtaining;
  }

  function take(fresh: Pass): void {
    // A round trip too slow for the clock does not undo an offset that is better.
    const clock = fresh.clock ?? pass?.clock;
    pass = { credential: fresh.credential, expiresAt: fresh.expiresAt, ...(clock && { clock }) };
    maker = createCodeMaker(pass.credential, ports.key, burnedBefore, state.code?.kind === 'code' ? state.code : undefined);
    ports.keep(pass);
    wasActive = true;
    set({ obstacle: undefined, until: pass.expiresAt, online: true });
    tick();
  }

  function notObtained(problem: ApiProblem): void {
    if (problem.code === 'device-replaced') return block({ why: 'replaced' });
    if (!isPassing(problem)) set({ outdated: true });
    if (problem.code === 'permit-not-valid' || problem.code === 'not-found') ports.keep((pass = undefined));
    const usable = pass !== undefined && (state.now === undefined || state.now < pass.expiresAt);
    // Whoever could not take over is still the one who was replaced.
    if (!usable && state.obstacle?.why !== 'replaced') block(pass !== undefined && UNANSWERED.has(problem.code) ? { why: 'expired' } : { why: 'refused', problem });
  }

  function unreachable(): void {
    reached = false;
    waitingSince = -Infinity;
    set({ online: false });
  }

  function heard({ serverTime, active, inForce, renew, scan }: Showing, clock?: HolderClock): void {
    openedAt ??= serverTime;
    // Whoever waits for the first credential waits for the network alone.
    if (!reached && pass === undefined) renewAgainAt = -Infinity;
    reached = true;
    if (clock) correct(clock);
    else if (state.now !== undefined && Math.abs(state.now - serverTime) > PUSH_DELAY_MS) server.askForTime();
    if (!state.online) set({ online: true });
    // The page reads the permit again, and says why it is not shown.
    if (!inForce && !state.outdated) set({ outdated: true });
    if (pass !== undefined && !obtaining && !follow(active, serverTime)) return;
    if (scan && scan.id !== seenScan) {
      seenScan = scan.id;
      if (scan.at >= openedAt - NEWS_MS) showScan(scan);
    }
    if (!timers.isSet('burn')) void sendBurn();
    if (renew && !obtaining && ports.read().monotonic >= triedAt + RENEW_AGAIN_MS.expired) void obtain(false);
    renewIfDue();
  }

  /** Gives whether this is the holder's active phone. */
  function follow(active: boolean, serverTime: number): boolean {
    if (!active && state.obstacle?.why !== 'replaced') block({ why: 'replaced', ...(wasActive && { since: serverTime }) });
    if (active && state.obstacle?.why === 'replaced') {
      set({ obstacle: undefined });
      tick();
    }
    wasActive = active;
    return active;
  }

  function showScan(scan: Scan): void {
    // Whoever scans a copy must not take away the word that holder and clerk are comparing.
    if (!scan.accepted && state.scan?.accepted) return set({ afterScan: scan });
    set({ scan, afterScan: undefined });
    timers.set('scan', scan.accepted ? SCAN_SHOWN_MS.accepted : SCAN_SHOWN_MS.refused, putScanAway);
  }

  function putScanAway(): void {
    set({ scan: undefined, afterScan: undefined });
  }

  /** Takes the new offset where the old one cannot be relied on. */
  function correct(clock: HolderClock): void {
    if (pass === undefined) return;
    const now = pass.clock && readHolderClock(pass.clock, clock.reading);
    if (now?.kind === 'sure' && Math.abs(now.now - clock.serverTime) < DRIFT_MS) return;
    pass = { ...pass, clock };
    ports.keep(pass);
    tick();
  }

  async function sendBurn(): Promise<void> {
    const burn = ports.burns.of(ports.permitId);
    if (burn === undefined || telling) return;
    telling = true;
    const answer = await ports.tellBurn(burn);
    telling = false;
    if (answer.ok) ports.burns.done(burn);
    else if (visible) timers.set('burn', TELL_AGAIN_MS, () => void sendBurn());
  }

  function capture(cause: Capture): void {
    if (!visible || maker === undefined || state.now === undefined || state.code === undefined) return;
    burnedBefore = maker.burn(state.now);
    ports.burns.add({ permitId: ports.permitId, before: burnedBefore, cause });
    set({ captured: cause });
    void sendBurn();
  }

  return {
    show() {
      if (visible) return;
      visible = true;
      wasActive = reached = false;
      openedAt = waitingSince = undefined;
      set({ outdated: false });
      if (pass === undefined) void obtain(false);
      else if (state.obstacle && state.obstacle.why !== 'replaced') set({ obstacle: undefined });
      tick();
      server.start();
    },
    hide() {
      visible = false;
      server.stop();
      timers.callOffAll();
      set({ code: undefined, captured: undefined, scan: undefined, afterScan: undefined });
    },
    screenshot() {
      capture('screenshot');
      tick();
    },
    record(running) {
      if (running === recorded) return;
      recorded = running;
      if (running) capture('recording');
      else if (state.obstacle?.why === 'recording') set({ obstacle: undefined });
      tick();
    },
    takeOver: () => obtain(true),
    retry() {
      waitingSince = undefined;
      set({ obstacle: undefined });
      return obtain(false);
    },
    putScanAway,
  };
}
