import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';

/** For whom a resident may act: themselves first, then those in their care. */
@Injectable()
export class Holders {
  constructor(private readonly database: Database) {}

  async of(residentId: string): Promise<string[]> {
    const wards = await this.database.query<{ ward_id: string }>('SELECT ward_id FROM wards WHERE holder_id = $1 ORDER BY ward_id', [residentId]);
    return [residentId, ...wards.map((ward) => ward.ward_id)];
  }
}
