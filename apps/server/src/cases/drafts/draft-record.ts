import type { Submission } from '@yuezheng/case-engine';
import type { DraftStep } from '@yuezheng/shared-types';
import type { Snapshot } from '../eligibility/snapshot';

/** A form that somebody is filling in. */
export interface DraftRecord {
  readonly holderId: string;
  readonly draftId: string;
  readonly applicantId: string;
  readonly serviceId: string;
  /** The definition that it is filled in for. */
  readonly serviceVersion: number;
  readonly city: string;
  readonly step: DraftStep;
  /** Optimistic version. */
  readonly version: number;
  /** Values of fields that are hidden at present are kept, and come back with their condition. */
  readonly submission: Submission;
  readonly snapshot: Snapshot;
  readonly savedAt: Date;
}
