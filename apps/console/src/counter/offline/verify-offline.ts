import {
  createCredentialCache,
  explainRefusal,
  nobleContext,
  readHolderClock,
  refusalGuide,
  statusFromList,
  verifyPresentation,
  type ClockReading,
  type CredentialFacts,
  type KnownPermit,
  type StatusList,
  type Verdict,
} from '@yuezheng/live-pass';
import type { RefusalReason } from '@yuezheng/shared-types';
import { recordUse } from './seen';
import type { CounterDb, OfflineUse } from './counter-db';
import type { Trust } from './trust-opening';
import type { ShownVerdict } from '../verdict/shown-verdict';

/** Holders stand at a counter for a while and their code changes every five seconds. */
const seenCredentials = createCredentialCache(500);

export interface OfflineQuestion {
  /** As scanned. */
  readonly code: string;
  readonly purpose: string;
  readonly staffId: string;
  readonly reading: ClockReading;
  /** Names the use when it is sent to the server later. */
  readonly id: string;
}

export interface OfflineAnswer {
  readonly shown: ShownVerdict;
  /** To be sent later; absent for what is no code of ours at all, which is nobody's history. */
  readonly use?: OfflineUse;
}

/**
 * Verifies a code with what this counter keeps. Fails closed: without keys, statuses or a clock that can be relied on
 * the answer is `status-stale`. A code is accepted once at this site.
 */
export async function verifyOffline(
  db: CounterDb,
  trust: Trust | undefined,
  question: OfflineQuestion,
): Promise<OfflineAnswer> {
  const startedAt = performance.now();
  const clock = trust === undefined ? undefined : readHolderClock(trust.clock, question.reading);
  if (trust === undefined || clock === undefined || clock.kind === 'needs-sync') {
    return refusedAs('status-stale', question, question.reading.wall, startedAt);
  }
  const { now } = clock;
  const verdict = await usedOnce(
    db,
    now,
    verifyPresentation(question.code, {
      now,
      issuerKeys: trust.issuerKeys,
      ctx: nobleContext,
      credentialCache: seenCredentials,
      assurance: 'offline',
      statusOf: (credential) => statusFromList(trust.statusList, credential.statusIndex),
      // The store that knows is asynchronous: it is asked after everything else was found good.
      seen: () => false,
    }),
  );
  const name = verdict.credential?.maskedName ?? '';
  if (verdict.kind === 'refused') {
    const permit = verdict.credential && permitOf(verdict.credential, trust.statusList, now);
    const { reason, note } = explainRefusal(verdict.reason, permit);
    return refusedAs(reason, question, now, startedAt, { name, note });
  }
  return {
    shown: {
      kind: 'accepted',
      assurance: 'offline',
      at: new Date(now).toISOString(),
      statusAsOf: new Date(verdict.statusAsOf).toISOString(),
      holder: { name, validUntil: verdict.credential.permitValidUntil, showsPortrait: false },
      tookMs: performance.now() - startedAt,
    },
    use: { ...useOf(question, now, name), accepted: true },
  };
}

/** A code accepted online is used at this site too, should the network go and the code be shown again. */
export async function rememberOnlineUse(
  db: CounterDb,
  trust: Trust | undefined,
  code: string,
  reading: ClockReading,
): Promise<void> {
  const clock = trust === undefined ? undefined : readHolderClock(trust.clock, reading);
  if (trust === undefined || clock === undefined || clock.kind === 'needs-sync') return;
  const verdict = verifyPresentation(code, {
    now: clock.now,
    issuerKeys: trust.issuerKeys,
    ctx: nobleContext,
    assurance: 'online',
    statusOf: () => ({ status: 'valid', asOf: clock.now, expiresAt: Infinity }),
    seen: () => false,
  });
  if (verdict.presentationId !== undefined) await recordUse(db, verdict.presentationId, clock.now);
}

async function usedOnce(db: CounterDb, now: number, verdict: Verdict): Promise<Verdict> {
  if (verdict.kind === 'refused' || (await recordUse(db, verdict.presentationId, now))) return verdict;
  return {
    kind: 'refused',
    reason: 'already-used',
    credential: verdict.credential,
    presentationId: verdict.presentationId,
  };
}

/** What the kept statuses say of the permit, as long as they may be relied on. */
function permitOf(
  { statusIndex, permitValidUntil }: CredentialFacts,
  list: StatusList,
  now: number,
): KnownPermit | undefined {
  const { status, expiresAt } = statusFromList(list, statusIndex);
  return now < expiresAt ? { status, validUntil: permitValidUntil } : undefined;
}

function refusedAs(
  reason: RefusalReason,
  question: OfflineQuestion,
  now: number,
  startedAt: number,
  { name = '', note }: { readonly name?: string; readonly note?: string } = {},
): OfflineAnswer {
  const { headline, steps } = refusalGuide(reason);
  return {
    shown: {
      kind: 'refused',
      at: new Date(now).toISOString(),
      reason,
      headline,
      steps,
      note,
      assurance: 'offline',
      tookMs: performance.now() - startedAt,
    },
    use: reason === 'malformed' ? undefined : { ...useOf(question, now, name), accepted: false, reason },
  };
}

const useOf = ({ id, staffId, code, purpose }: OfflineQuestion, at: number, name: string) => ({
  id,
  staffId,
  at,
  code,
  purpose,
  name,
});
