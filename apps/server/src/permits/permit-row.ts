import type { LocalDate, PermitStatus } from '@yuezheng/shared-types';

/** A row of `permits`, as `PERMIT_COLUMNS` selects it. */
export interface PermitRow {
  readonly holderId: string;
  readonly permitId: string;
  /** GB/T 2260 */
  readonly city: string;
  readonly district: string;
  readonly address: Buffer;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate;
  readonly residenceSince: LocalDate;
  readonly status: PermitStatus;
  readonly statusIndex: number;
  readonly photoKey: string | null;
  readonly linkedAt: Date | null;
}

/** `date` columns come as text: the driver would make local midnights of them. */
export const PERMIT_COLUMNS = `holder_id AS "holderId", permit_id AS "permitId", city, district, address, issued_on::text AS "issuedOn",
  valid_until::text AS "validUntil", residence_since::text AS "residenceSince", status, status_index AS "statusIndex", photo_key AS "photoKey", linked_at AS "linkedAt"`;
