import { syncClock, type ClockReading, type HolderClock } from '@yuezheng/live-pass';
import type { ChannelMessage, Showing } from '@yuezheng/shared-types';
import { isPassing, type Answer, type ApiProblem } from '../../api/problem';
import { createTimers, type After } from './named-timers';
import type { ChannelListener } from './showing-channel';

export interface WatchPorts {
  /** Asks over HTTP. */
  ask(): Promise<Answer<Showing>>;
  /** Opens a channel; gives what closes it. */
  openChannel(listener: ChannelListener): () => void;
  /** Tells when the phone gets or loses a network; gives what ends the watch. */
  watchNetwork(onChange: (online: boolean) => void): () => void;
  read(): ClockReading;
  readonly after: After;
  /** 0 ≤ … < 1, to spread phones that lost the server at the same moment. */
  random(): number;
}

export interface WatchListener {
  /** How the showing stands. Only an answer to a question brings the time with it. */
  heard(showing: Showing, clock?: HolderClock): void;
  /** The server cannot be reached in any way. */
  unreachable(): void;
  /** The server refuses to tell. */
  refused(): void;
}

/** What the server knows of a showing, as soon as it knows: told by the channel, and asked for where there is none. */
export interface ServerWatch {
  start(): void;
  stop(): void;
  /** The time is in doubt: asks unless that was done just now. */
  askForTime(): void;
}

/** With the way there and back, a scan stands on the screen within a second. */
const ASK_EVERY_MS = 500;
const ASK_AGAIN_MS = 3_000;
const ASK_AGAIN_LIMIT_MS = 30_000;
const REOPEN_MS = 5_000;
const REOPEN_LIMIT_MS = 60_000;
/** A channel that stood this long had no trouble. */
const STOOD_WELL_MS = 30_000;

/** Problems in which more questions make it worse; a phone without a network burdens nobody. */
const isBurdened = (problem: ApiProblem): boolean => isPassing(problem) && problem.code !== 'offline';

export function createServerWatch(ports: WatchPorts, listener: WatchListener): ServerWatch {
  const timers = createTimers<'ask' | 'reopen' | 'stood-well'>(ports.after);
  /** Counts starts and stops, so that answers to an earlier watch change nothing. */
  let round = 0;
  let running = false;
  let asking = false;
  let askedAt = -Infinity;
  let burdened = 0;
  let closeChannel: (() => void) | undefined;
  let stands = false;
  let closures = 0;
  let stopNetwork = (): void => undefined;

  const between = (least: number, most: number): number => least + (most - least) * ports.random();

  async function ask(): Promise<void> {
    if (asking) return;
    timers.callOff('ask');
    asking = true;
    const asked = round;
    const before = ports.read();
    askedAt = before.monotonic;
    const answer = await ports.ask();
    if (asked !== round) return;
    asking = false;
    burdened = !answer.ok && isBurdened(answer.problem) ? burdened + 1 : 0;
    if (answer.ok) listener.heard(answer.value, syncClock(answer.value.serverTime, before, ports.read()));
    else if (!isPassing(answer.problem)) listener.refused();
    else if (!stands) listener.unreachable();
    if (running && asked === round) afterAnswer(answer.ok);
  }

  function afterAnswer(answered: boolean): void {
    if (answered && closeChannel === undefined && !timers.isSet('reopen')) open();
    if (!stands) timers.set('ask', answered ? ASK_EVERY_MS : askAgainIn(), () => void ask());
  }

  function askAgainIn(): number {
    if (burdened < 2) return ASK_AGAIN_MS;
    const most = Math.min(ASK_AGAIN_LIMIT_MS, ASK_AGAIN_MS * 2 ** (burdened - 1));
    return between(most / 2, most);
  }

  function open(): void {
    timers.callOff('reopen');
    closeChannel = ports.openChannel({ onMessage: told, onClose: closed });
  }

  function told(message: ChannelMessage): void {
    if (!stands) {
      stands = true;
      timers.callOff('ask');
      timers.set('stood-well', STOOD_WELL_MS, () => void (closures = 0));
    }
    if (message.kind === 'showing') listener.heard(message.showing);
  }

  function closed(): void {
    const stood = stands;
    drop();
    const wait = Math.min(REOPEN_LIMIT_MS, REOPEN_MS * 2 ** closures);
    closures += 1;
    timers.set('reopen', between(wait * 0.8, wait), open);
    // When a server goes, all phones lose it at once.
    if (stood && !asking) timers.set('ask', between(0, ASK_EVERY_MS), () => void ask());
  }

  function drop(): void {
    closeChannel?.();
    closeChannel = undefined;
    stands = false;
    timers.callOff('stood-well');
  }

  function networkChanged(online: boolean): void {
    drop();
    timers.callOff('reopen');
    closures = 0;
    if (online) open();
    void ask();
  }

  return {
    start() {
      running = true;
      round += 1;
      asking = false;
      burdened = closures = 0;
      stopNetwork = ports.watchNetwork(networkChanged);
      void ask();
      open();
    },
    stop() {
      running = false;
      round += 1;
      stopNetwork();
      drop();
      timers.callOffAll();
    },
    askForTime() {
      if (running && ports.read().monotonic >= askedAt + ASK_AGAIN_MS) void ask();
    },
  };
}
