import type { HolderClock } from '@yuezheng/live-pass';
import type { PermitFace } from '@yuezheng/shared-types';
import { readStored, store } from '../../platform';

/** What makes codes without a network. */
export interface Pass {
  /** COSE_Sign1 in base64url. */
  readonly credential: string;
  /** Epoch ms by the server's clock. */
  readonly expiresAt: number;
  /** Absent until the server's time was taken with enough certainty. */
  readonly clock?: HolderClock;
}

/** What this phone knows of a permit without a network. */
export interface KeptPermit {
  readonly face: PermitFace;
  readonly pass?: Pass;
}

const KEY = 'passes';

type Kept = Readonly<Record<string, KeptPermit>>;

const isPass = (stored: unknown): stored is Pass => {
  const { credential, expiresAt } = (stored ?? {}) as Partial<Pass>;
  return typeof credential === 'string' && typeof expiresAt === 'number';
};

const readKept = (stored: unknown): KeptPermit | undefined => {
  const { face, pass } = (stored ?? {}) as { face?: Partial<PermitFace>; pass?: unknown };
  if (typeof face?.id !== 'string' || typeof face.holderName !== 'string' || typeof face.validUntil !== 'string') return undefined;
  return { face: face as PermitFace, ...(isPass(pass) && { pass }) };
};

/** Permits that were opened on this phone, by id. They hold personal data and go with the log-out. */
export function keptPermits(): Kept {
  return (
    readStored(KEY, (stored) => {
      if (typeof stored !== 'object' || stored === null) return undefined;
      const entries = Object.entries(stored).map(([id, one]) => [id, readKept(one)] as const);
      return Object.fromEntries(entries.filter((entry): entry is readonly [string, KeptPermit] => entry[1] !== undefined));
    }) ?? {}
  );
}

/** Keeps the face as it was last read, beside the pass that is there. */
export function keepFace(face: PermitFace): void {
  const all = keptPermits();
  store(KEY, { ...all, [face.id]: { ...all[face.id], face } });
}

/** Keeps or, given nothing, drops the pass of a permit whose face is kept. */
export function keepPass(permitId: string, pass: Pass | undefined): void {
  const all = keptPermits();
  const kept = all[permitId];
  if (kept) store(KEY, { ...all, [permitId]: { face: kept.face, ...(pass && { pass }) } });
}
