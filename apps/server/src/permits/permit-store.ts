import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate, PermitStatus } from '@yuezheng/shared-types';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { sealAddress, wholeAddress } from './permit-fields';
import { PERMIT_COLUMNS, type PermitRow } from './permit-row';

/** Places in the status list: 67 million, 16 MiB unpacked. Codes tell an index, so indices are random and say nothing of order. */
export const STATUS_LIST_SIZE = 2 ** 26;

/** A permit as its source describes it. */
export interface NewPermit {
  /** `case:<id>` or `earlier:<digest>`; the same source is the same permit. */
  readonly source: string;
  readonly city: string;
  /** GB/T 2260 code */
  readonly district: string;
  readonly address: string;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate;
  readonly residenceSince: LocalDate;
  readonly status: PermitStatus;
}

const INSERT = `
  INSERT INTO permits (holder_id, permit_id, source, city, district, address, issued_on, valid_until, residence_since, status, status_index, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const TAKE_INDEX = `INSERT INTO permit_status_indices (status_index, holder_id, permit_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING status_index`;
const TELL_AGAIN = `
  UPDATE permits SET
    residence_since = CASE WHEN $3::date > valid_until THEN $4::date ELSE residence_since END,
    valid_until = greatest(valid_until, $3::date),
    status = CASE WHEN $5 = 'cancelled' THEN 'cancelled' ELSE status END
  WHERE holder_id = $1 AND permit_id = $2`;

/** The rows of permits. */
@Injectable()
export class PermitStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /** Those of the given people, newest first; cancelled ones last. */
  of(holderIds: readonly string[]): Promise<PermitRow[]> {
    return this.database.query<PermitRow>(
      `SELECT ${PERMIT_COLUMNS} FROM permits WHERE holder_id = ANY ($1) ORDER BY status = 'cancelled', issued_on DESC, permit_id DESC`,
      [holderIds],
    );
  }

  async find(holderIds: readonly string[], permitId: string): Promise<PermitRow | undefined> {
    const [row] = await this.database.query<PermitRow>(`SELECT ${PERMIT_COLUMNS} FROM permits WHERE holder_id = ANY ($1) AND permit_id = $2`, [holderIds, permitId]);
    return row;
  }

  /**
   * Makes the permit of a source, or finds it. What a source tells again of a permit that it made before is taken over
   * when it reaches further: an endorsement at a counter, or a cancelling.
   */
  async keep(tx: Tx, holderId: string, permit: NewPermit): Promise<{ readonly permitId: string; readonly isNew: boolean }> {
    const source = [holderId, permit.source];
    // One person's permits are made one after another, so that two requests at once do not both make the same one.
    await queryIn(tx, 'SELECT 1 FROM residents WHERE holder_id = $1 FOR UPDATE', [holderId]);
    const [known] = await queryIn<{ permit_id: string }>(tx, 'SELECT permit_id FROM permits WHERE holder_id = $1 AND source = $2', source);
    if (known) {
      await queryIn(tx, TELL_AGAIN, [holderId, known.permit_id, permit.validUntil, permit.residenceSince, permit.status]);
      return { permitId: known.permit_id, isNew: false };
    }
    const permitId = newId();
    const address = sealAddress(this.cipher, holderId, wholeAddress(permit.city, permit.district, permit.address));
    await queryIn(tx, INSERT, [
      holderId, permitId, permit.source, permit.city, permit.district, address, permit.issuedOn, permit.validUntil, permit.residenceSince, permit.status,
      await this.takeIndex(tx, holderId, permitId), this.clock.date(),
    ]);
    return { permitId, isNew: true };
  }

  private async takeIndex(tx: Tx, holderId: string, permitId: string): Promise<number> {
    for (;;) {
      const [taken] = await queryIn<{ status_index: number }>(tx, TAKE_INDEX, [randomInt(STATUS_LIST_SIZE), holderId, permitId]);
      if (taken) return taken.status_index;
    }
  }
}
