import { Injectable } from '@nestjs/common';
import type { HeldPermit } from '@yuezheng/catalogue';
import type { LocalDate } from '@yuezheng/shared-types';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { openAddress } from './permit-fields';
import { statusOn } from './permit-status';
import { PERMIT_COLUMNS, type PermitRow } from './permit-row';

const NEWEST = `
  SELECT ${PERMIT_COLUMNS} FROM permits WHERE holder_id = $1 AND city = $2
  ORDER BY status = 'cancelled', issued_on DESC, permit_id DESC LIMIT 1`;

/** The permit that a person holds in a city, as the rules of the catalogue read it. */
@Injectable()
export class HeldPermitReader {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** @param tx an open transaction in which the permit stays locked until its end */
  async find(holderId: string, city: string, today: LocalDate, tx?: Tx): Promise<HeldPermit | undefined> {
    const [row] = tx ? await queryIn<PermitRow>(tx, `${NEWEST} FOR UPDATE`, [holderId, city]) : await this.database.query<PermitRow>(NEWEST, [holderId, city]);
    if (!row) return undefined;
    return {
      id: row.permitId,
      city: row.city,
      district: row.district,
      address: openAddress(this.cipher, row),
      validUntil: row.validUntil,
      residenceSince: row.residenceSince,
      status: statusOn(row, today),
    };
  }
}
