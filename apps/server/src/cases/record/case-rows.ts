import { Injectable } from '@nestjs/common';
import type { CaseFile, ClockState } from '@yuezheng/case-engine';
import type { CaseState, FieldValues, MaterialValues, ServiceDefinition, SupplementItem } from '@yuezheng/shared-types';
import { ServiceCatalogue } from '../../catalogue/service-catalogue';
import { SealedJson } from '../../platform/crypto/sealed-json';
import type { Snapshot } from '../eligibility/snapshot';
import type { CaseRecord } from './case-record';

/** A row of `cases` as pg gives it; days as text. */
export interface CaseRow {
  holder_id: string;
  case_id: string;
  applicant_id: string;
  draft_id: string;
  number: string;
  service_id: string;
  service_version: number;
  city: string;
  state: CaseState;
  version: number;
  situation: string | null;
  exempt: boolean;
  holder_name: Buffer;
  applicant_name: Buffer | null;
  content: Buffer;
  snapshot: Buffer;
  clock: ClockState;
  claimed_by: string | null;
  claimed_name: string | null;
  claimed_at: Date | null;
  supplement: Buffer | null;
  supplement_due: string | null;
  supplied_at: Date | null;
  permit_id: string | null;
  submitted_at: Date;
  updated_at: Date;
}

export const CASE_COLUMNS = `holder_id, case_id, applicant_id, draft_id, number, service_id, service_version, city, state, version, situation, exempt,
  holder_name, applicant_name, content, snapshot, clock, claimed_by, claimed_name, claimed_at, supplement, supplement_due::text, supplied_at,
  permit_id, submitted_at, updated_at`;

interface Content {
  readonly values: FieldValues;
  readonly materials: MaterialValues;
}

/** Seals and opens the columns of a case that hold personal data. */
@Injectable()
export class CaseRows {
  constructor(
    private readonly sealed: SealedJson,
    private readonly catalogue: ServiceCatalogue,
  ) {}

  sealName = (holderId: string, name: string): Buffer => this.sealed.seal('cases.name', holderId, name);
  openName = (holderId: string, sealed: Buffer): string => this.sealed.open<string>('cases.name', holderId, sealed);
  sealSnapshot = (holderId: string, snapshot: Snapshot): Buffer => this.sealed.seal('cases.snapshot', holderId, snapshot);
  openItems = (holderId: string, sealed: Buffer): readonly SupplementItem[] => this.sealed.open<readonly SupplementItem[]>('cases.supplement', holderId, sealed);

  sealContent({ holderId, values, materials }: Pick<CaseFile, 'holderId' | 'values' | 'materials'>): Buffer {
    const content: Content = { values, materials };
    return this.sealed.seal('cases.content', holderId, content);
  }

  sealItems({ holderId, supplement }: Pick<CaseFile, 'holderId' | 'supplement'>): Buffer | null {
    return supplement ? this.sealed.seal('cases.supplement', holderId, supplement.items) : null;
  }

  /** The definition that a case was submitted under. */
  definitionOf({ service_id, service_version }: Pick<CaseRow, 'service_id' | 'service_version'>): Promise<ServiceDefinition> {
    return this.catalogue.definition(service_id, service_version);
  }

  async open(row: CaseRow): Promise<CaseRecord> {
    const { holder_id: holderId, claimed_by, claimed_name, claimed_at } = row;
    const snapshot = this.sealed.open<Snapshot>('cases.snapshot', holderId, row.snapshot);
    return {
      holderId,
      caseId: row.case_id,
      applicantId: row.applicant_id,
      draftId: row.draft_id,
      number: row.number,
      version: row.version,
      holderName: this.openName(holderId, row.holder_name),
      ...(row.applicant_name && { applicantName: this.openName(holderId, row.applicant_name) }),
      file: await this.fileOf(row, snapshot),
      snapshot,
      ...(claimed_by && claimed_name && claimed_at && { claim: { staffId: claimed_by, name: claimed_name, at: claimed_at } }),
      ...(row.supplied_at && { suppliedAt: row.supplied_at }),
      ...(row.permit_id && { permitId: row.permit_id }),
      submittedAt: row.submitted_at,
      updatedAt: row.updated_at,
    };
  }

  private async fileOf(row: CaseRow, snapshot: Snapshot): Promise<CaseFile> {
    const { values, materials } = this.sealed.open<Content>('cases.content', row.holder_id, row.content);
    return {
      state: row.state,
      holderId: row.holder_id,
      applicantId: row.applicant_id,
      city: row.city,
      definition: await this.definitionOf(row),
      situation: row.situation ?? undefined,
      exempt: row.exempt,
      values,
      materials,
      photoOnRecord: snapshot.facts.photoTakenOn !== undefined,
      clock: row.clock,
      ...(row.claimed_by && { claimedBy: row.claimed_by }),
      ...(row.supplement && row.supplement_due && { supplement: { items: this.openItems(row.holder_id, row.supplement), dueOn: row.supplement_due } }),
    };
  }
}
