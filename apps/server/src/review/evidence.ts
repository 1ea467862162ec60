import type { Service } from '@yuezheng/catalogue';
import { maskCitizenId, type Comparison } from '@yuezheng/shared-types';
import { filedCase, type CaseRecord } from '../cases/record/case-record';

/** What was declared beside what the sources said at the check, whole. A service that is no longer offered compares nothing. */
export const wholeComparisons = (record: CaseRecord, service: Service | undefined): Comparison[] => service?.comparisons(filedCase(record), record.snapshot.facts) ?? [];

/** As they are shown before anybody gave a purpose. */
export const maskedComparisons = (record: CaseRecord, service: Service | undefined): Comparison[] =>
  wholeComparisons(record, service).map((row) => (row.sensitive ? { ...row, declared: maskCitizenId(row.declared), found: maskCitizenId(row.found) } : row));
