import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { fromScanner } from '@yuezheng/live-pass';
import { verifyCode } from '@yuezheng/shared-types';
import { callRoute } from '../api/client';
import { connection } from '../api/connection';
import type { ApiFailure } from '../api/failure';
import { newUuid } from '../api/uuid';
import { counterDb } from './offline/counter-db';
import { logStore } from './offline/log-store';
import { readClock } from './offline/trust';
import type { Trust } from './offline/trust-opening';
import { rememberOnlineUse, verifyOffline } from './offline/verify-offline';
import { RECENT_KEY } from './recent/recent-key';
import { shownOnline, type ShownVerdict } from './verdict/shown-verdict';

/** After this long without an answer the counter judges by itself; the code is still fresh then. */
const ONLINE_LIMIT_MS = 4_000;
/** Personal data leave the screen after this time. */
export const SHOWN_FOR_MS = 120_000;

export type Phase =
  | { readonly kind: 'waiting'; readonly cleared: boolean }
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'shown';
      readonly verdict: ShownVerdict;
      /** The very code that was accepted came again while the acceptance stood here. */
      readonly again?: boolean;
    }
  | { readonly kind: 'failed'; readonly sentence: string };

interface Desk {
  readonly staffId: string;
  readonly purpose?: string;
  readonly trust?: Trust;
}

/**
 * Verifies what was scanned, with the server or without; a next scan replaces the last at once. The same code again is
 * not sent while its acceptance is on the screen: a scanner that fires twice must not turn green into red.
 */
export function useVerification(desk: Desk): {
  readonly phase: Phase;
  readonly verify: (scanned: string) => void;
  readonly clear: () => void;
} {
  const client = useQueryClient();
  const [phase, setPhase] = useState<Phase>({ kind: 'waiting', cleared: false });
  const latestDesk = useRef(desk);
  latestDesk.current = desk;
  const turn = useRef(0);
  /** The code whose answer is awaited or whose acceptance is on the screen: scanners fire twice. */
  const inHand = useRef<string>();

  const verify = useCallback(
    async (scanned: string) => {
      const code = fromScanner(scanned);
      if (code === inHand.current) {
        setPhase((before) => (before.kind === 'shown' ? { ...before, again: true } : before));
        return;
      }
      const mine = ++turn.current;
      inHand.current = code;
      setPhase({ kind: 'checking' });
      const next = await verdictOf(code, latestDesk.current);
      if (mine === turn.current) {
        if (!isAcceptance(next)) inHand.current = undefined;
        setPhase(next);
      }
      void client.invalidateQueries({ queryKey: RECENT_KEY });
    },
    [client],
  );
  const clear = useCallback(() => {
    turn.current += 1;
    inHand.current = undefined;
    setPhase((before) => ({
      kind: 'waiting',
      cleared: before.kind === 'shown' || (before.kind === 'waiting' && before.cleared),
    }));
  }, []);

  // A code that comes again does not keep the person's data on the screen for longer.
  const verdict = phase.kind === 'shown' ? phase.verdict : undefined;
  useEffect(() => {
    if (verdict === undefined) return undefined;
    const timer = setTimeout(clear, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [verdict, clear]);

  return { phase, verify: (scanned) => void verify(scanned), clear };
}

const isAcceptance = (phase: Phase): boolean => phase.kind === 'shown' && phase.verdict.kind === 'accepted';

async function verdictOf(code: string, desk: Desk): Promise<Phase> {
  if (desk.purpose === undefined) return { kind: 'failed', sentence: '请先选择核验用途，再扫一次。' };
  if (connection.isOnline()) {
    const startedAt = performance.now();
    const answer = await callRoute(
      verifyCode,
      { body: { code: code.slice(0, 4096), purpose: desk.purpose } },
      { intent: newUuid(), timeLimit: ONLINE_LIMIT_MS },
    );
    if (answer.ok) {
      if (answer.value.kind === 'accepted') void remember(code, desk);
      return { kind: 'shown', verdict: shownOnline(answer.value, performance.now() - startedAt) };
    }
    if (!isOutage(answer.failure)) return { kind: 'failed', sentence: answer.failure.message };
  }
  return offlineVerdict(code, { ...desk, purpose: desk.purpose });
}

/** No server, or one that is broken: the counter goes on by itself. A refusal of the call is another matter. */
const isOutage = (failure: ApiFailure): boolean => failure.uncertain;

async function offlineVerdict(
  code: string,
  { staffId, purpose, trust }: Desk & { purpose: string },
): Promise<Phase> {
  try {
    const { shown, use } = await verifyOffline(await counterDb(), trust, {
      code,
      purpose,
      staffId,
      reading: readClock(),
      id: newUuid(),
    });
    if (use !== undefined) await logStore.keep(use);
    return { kind: 'shown', verdict: shown };
  } catch {
    return {
      kind: 'failed',
      sentence: '网络已断开，本机浏览器又不能保存数据，无法离线核验。请改用普通窗口打开，或转人工核验。',
    };
  }
}

async function remember(code: string, { trust }: Desk): Promise<void> {
  try {
    await rememberOnlineUse(await counterDb(), trust, code, readClock());
  } catch {
    // Without storage there is no offline verification either, so there is nothing to guard.
  }
}
