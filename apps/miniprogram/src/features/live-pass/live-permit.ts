import { readHolderClock, syncClock, type ClockReading, type HolderClock, type KeyPair } from '@yuezheng/live-pass';
import { isPassing, type Answer, type ApiProblem } from '../../api/problem';
import { createCodeMaker, type CodeMaker } from './code-maker';
import type { Pass } from './kept-passes';
import { INITIAL_STATE, type Capture, type LiveState, type Obstacle, type Scan } from './live-state';
import type { Burn, PendingBurns } from './pending-burns';

export interface ShowingAnswer {
  readonly serverTime: number;
  readonly active: boolean;
  readonly scan?: Scan;
}

/** Everything outside of the showing itself. */
export interface LivePorts {
  readonly permitId: string;
  readonly key: KeyPair;
  readonly pass?: Pass;
  keep(pass: Pass | undefined): void;
  obtain(takeOver: boolean): Promise<Answer<Pass>>;
  ask(): Promise<Answer<ShowingAnswer>>;
  tellBurn(burn: Burn): Promise<Answer<unknown>>;
  readonly burns: PendingBurns;
  read(): ClockReading;
  /** Runs something later; gives what calls it off. */
  after(ms: number, run: () => void): () => void;
  onChange(state: LiveState): void;
}

/** One permit being shown. Asks the server nothing for a showing; its answers only add the challenge and the time. */
export interface LivePermit {
  show(): void;
  hide(): void;
  capture(cause: Capture): void;
  /** Makes this the holder's active phone. Gives the problem where it did not work. */
  takeOver(): Promise<ApiProblem | undefined>;
  retry(): Promise<ApiProblem | undefined>;
  putScanAway(): void;
}

const ASK_EVERY_MS = 1_000;
const ASK_AGAIN_MS = 3_000;
/** A credential with less than this left is renewed while there is a network. */
const RENEW_BELOW_MS = 16 * 3_600_000;
const RENEW_AGAIN_MS = { after: 600_000, failed: 30_000, expired: 3_000 };
/** A new offset is taken when the old one is this far off. */
const DRIFT_MS = 400;
/** Scans of an earlier opening are not news. */
const NEWS_MS = 2_000;
/** How long a scan stays on the screen unless it is put away. */
const SCAN_SHOWN_MS = { accepted: 60_000, refused: 15_000 };

export function createLivePermit(ports: LivePorts): LivePermit {
  let state: LiveState = INITIAL_STATE;
  let pass = ports.pass;
  let burnedBefore = ports.burns.of(ports.permitId)?.before ?? 0;
  let maker: CodeMaker | undefined = pass && createCodeMaker(pass.credential, ports.key, burnedBefore);
  let visible = false;
  let obtaining: Promise<ApiProblem | undefined> | undefined;
  let telling = false;
  let renewAgainAt = -Infinity;
  let triedAt = -Infinity;
  let openedAt: number | undefined;
  let seenScan: string | undefined;
  /** Counts the showings, so that answers to an earlier one change nothing. */
  let round = 0;
  const pending: Partial<Record<'tick' | 'ask' | 'scan', () => void>> = {};

  const set = (change: Partial<LiveState>): void => {
    state = { ...state, ...change };
    ports.onChange(state);
  };
  const later = (name: keyof typeof pending, ms: number, run: () => void): void => {
    pending[name]?.();
    pending[name] = ports.after(ms, run);
  };
  const block = (obstacle: Obstacle): void => set({ obstacle, code: undefined });

  function tick(): void {
    if (!visible) return;
    if (state.obstacle?.why !== 'replaced' && pass !== undefined && maker !== undefined) draw(maker, pass);
    later('tick', state.now === undefined ? 1_000 : 1_005 - (state.now % 1_000), tick);
  }

  function draw(codes: CodeMaker, { clock, expiresAt }: Pass): void {
    const answer = clock && readHolderClock(clock, ports.read());
    if (answer === undefined || answer.kind === 'needs-sync') {
      if (!obtaining) block({ why: 'clock' });
      return;
    }
    const code = codes.at(answer.now);
    const known = { now: answer.now, timeIsSure: answer.kind === 'sure', until: expiresAt };
    if (code.kind === 'code' || code.kind === 'waiting') return set({ ...known, code, obstacle: undefined });
    set({ ...known, code: undefined });
    if (code.kind === 'unusable') ports.keep((pass = undefined));
    else if (!obtaining) block({ why: 'expired' });
    if (!obtaining && ports.read().monotonic >= triedAt + RENEW_AGAIN_MS.expired) void obtain(false);
  }

  /** At most one at a time; a failure while there still is a pass is not worth a word. */
  function obtain(takeOver: boolean): Promise<ApiProblem | undefined> {
    obtaining ??= ports.obtain(takeOver).then((answer) => {
      obtaining = undefined;
      triedAt = ports.read().monotonic;
      renewAgainAt = triedAt + (answer.ok ? RENEW_AGAIN_MS.after : RENEW_AGAIN_MS.failed);
      if (answer.ok) {
        take(answer.value);
        return undefined;
      }
      refused(answer.problem);
      return answer.problem;
    });
    return obtaining;
  }

  function take(fresh: Pass): void {
    // A round trip too slow for the clock does not undo an offset that is better.
    const clock = fresh.clock ?? pass?.clock;
    pass = { credential: fresh.credential, expiresAt: fresh.expiresAt, ...(clock && { clock }) };
    maker = createCodeMaker(pass.credential, ports.key, burnedBefore);
    ports.keep(pass);
    set({ obstacle: undefined, until: pass.expiresAt, online: true });
    tick();
  }

  function refused(problem: ApiProblem): void {
    if (problem.code === 'device-replaced') return block({ why: 'replaced' });
    if (!isPassing(problem)) set({ outdated: true });
    if (problem.code === 'permit-not-valid' || problem.code === 'not-found') ports.keep((pass = undefined));
    const usable = pass !== undefined && (state.now === undefined || state.now < pass.expiresAt);
    if (!usable) block({ why: 'refused', problem });
  }

  async function ask(): Promise<void> {
    const asked = round;
    const before = ports.read();
    const answer = await ports.ask();
    if (asked !== round || !visible) return;
    if (answer.ok) heard(answer.value, syncClock(answer.value.serverTime, before, ports.read()));
    else if (isPassing(answer.problem)) set({ online: false });
    else set({ outdated: true });
    later('ask', answer.ok ? ASK_EVERY_MS : ASK_AGAIN_MS, () => void ask());
  }

  function heard({ serverTime, active, scan }: ShowingAnswer, clock: HolderClock | undefined): void {
    openedAt ??= serverTime;
    if (clock) correct(clock);
    if (!state.online) set({ online: true });
    if (!active && pass !== undefined && !obtaining) return block({ why: 'replaced' });
    if (scan && scan.id !== seenScan) {
      seenScan = scan.id;
      if (scan.at >= openedAt - NEWS_MS) showScan(scan);
    }
    void sendBurn();
    const isShort = pass === undefined || pass.expiresAt - serverTime < RENEW_BELOW_MS;
    if (isShort && !obtaining && state.obstacle?.why !== 'replaced' && ports.read().monotonic >= renewAgainAt) void obtain(false);
  }

  function showScan(scan: Scan): void {
    set({ scan });
    later('scan', scan.accepted ? SCAN_SHOWN_MS.accepted : SCAN_SHOWN_MS.refused, () => set({ scan: undefined }));
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
    if (!burn || telling) return;
    telling = true;
    if ((await ports.tellBurn(burn)).ok) ports.burns.done(burn);
    telling = false;
  }

  return {
    show() {
      if (visible) return;
      visible = true;
      set({ outdated: false });
      round += 1;
      openedAt = undefined;
      if (pass === undefined) void obtain(false);
      else if (state.obstacle && state.obstacle.why !== 'replaced') set({ obstacle: undefined });
      tick();
      void ask();
    },
    hide() {
      visible = false;
      round += 1;
      Object.values(pending).forEach((callOff) => callOff());
      set({ code: undefined, captured: undefined, scan: undefined });
    },
    capture(cause) {
      if (!visible || maker === undefined || state.now === undefined || state.code === undefined) return;
      burnedBefore = maker.burn(state.now);
      ports.burns.add({ permitId: ports.permitId, before: burnedBefore, cause });
      set({ captured: cause });
      tick();
      void sendBurn();
    },
    takeOver: () => obtain(true),
    retry() {
      set({ obstacle: undefined });
      return obtain(false);
    },
    putScanAway() {
      set({ scan: undefined });
    },
  };
}
