import type { CaseFile } from '@yuezheng/case-engine';
import { cityByCode, type City, type FiledCase } from '@yuezheng/catalogue';
import { shanghaiDay, type LocalDate } from '@yuezheng/shared-types';
import type { Snapshot } from '../eligibility/snapshot';

/** A case in clear: what the engine decides on, and what stands around it. */
export interface CaseRecord {
  readonly holderId: string;
  readonly caseId: string;
  readonly applicantId: string;
  readonly draftId: string;
  readonly number: string;
  /** Optimistic version; also the sequence number of the last action. */
  readonly version: number;
  readonly holderName: string;
  /** Present when somebody else acted for the holder. */
  readonly applicantName?: string;
  /** With the definition that was pinned at submission. */
  readonly file: CaseFile;
  readonly snapshot: Snapshot;
  readonly claim?: Claim;
  readonly suppliedAt?: Date;
  readonly permitId?: string;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
}

export interface Claim {
  readonly staffId: string;
  readonly name: string;
  readonly at: Date;
}

/** @throws on a code that is no city of Guangdong: cases are only made for cities that offer the service */
export const cityOf = ({ file }: Pick<CaseRecord, 'file'>): City => cityNamed(file.city);

export const cityNamed = (code: string): City => {
  const city = cityByCode(code);
  if (!city) throw new Error(`no city ${code}`);
  return city;
};

export const submittedOn = ({ submittedAt }: Pick<CaseRecord, 'submittedAt'>): LocalDate => shanghaiDay(submittedAt.getTime());

/** The case as the service's own functions see it. */
export const filedCase = (record: Pick<CaseRecord, 'file' | 'submittedAt'>): FiledCase => {
  const { city, situation, exempt, values } = record.file;
  return { city, situation, exempt, values, submittedOn: submittedOn(record) };
};
