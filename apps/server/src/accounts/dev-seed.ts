import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { DEV_ACCOUNTS, type DevAccount } from './dev-accounts';
import { StaffEntity } from './entities/staff.entity';
import { hashPassword, TOKEN_COST } from './password';

/** Makes the development accounts that are missing, where there is a sandbox. */
@Injectable()
export class DevSeed {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { SANDBOX_URL, NODE_ENV } = this.config.env;
    if (!SANDBOX_URL || NODE_ENV === 'production') return;
    const staff = await this.database.dataSource.getRepository(StaffEntity).find({ select: { username: true } });
    const known = new Set(staff.map(({ username }) => username));
    await Promise.all(DEV_ACCOUNTS.filter(({ username }) => !known.has(username)).map((account) => this.make(account)));
  }

  private async make({ username, password, name, office, roles, cities, counter }: DevAccount): Promise<void> {
    await this.database.query(
      `INSERT INTO staff (staff_id, username, password, name, office, roles, cities, counter_id, counter_name, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (username) DO NOTHING`,
      [newId(), username, await hashPassword(password, TOKEN_COST), name, office, roles, cities, counter?.id ?? null, counter?.name ?? null, this.clock.date()],
    );
  }
}
