import type { EffectDescriptor, EffectType } from '@yuezheng/case-engine';
import type { Tx } from '../platform/database/database';

/** The descriptor of one type. */
export type DescriptorOf<T extends EffectType> = Extract<EffectDescriptor, { type: T }>;

/** The approved case that an effect comes from. */
export interface EffectOrigin {
  readonly holderId: string;
  readonly caseId: string;
  /** Who acted: the holder, or the guardian. Uploaded files belong to the applicant. */
  readonly applicantId: string;
}

export interface EffectOutcome {
  /** The permit that came of it; the resident's case links to it. */
  readonly permitId?: string;
}

/**
 * What one type of effect does. `apply` runs in the transaction that also marks the effect as applied, so its writes
 * happen exactly once; it touches the holder's rows only, and leaves the outside world to the outbox.
 */
export abstract class EffectHandler<T extends EffectType = EffectType> {
  abstract readonly type: T;

  abstract apply(tx: Tx, descriptor: DescriptorOf<T>, origin: EffectOrigin): Promise<EffectOutcome>;
}

/** Injection token: every effect handler, listed in `effects.module.ts`. */
export const EFFECT_HANDLERS = Symbol('effect-handlers');
