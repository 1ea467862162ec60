import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Database } from '../platform/database/database';
import { DEV_ACCOUNTS } from './dev-accounts';
import { StaffEntity } from './entities/staff.entity';
import { TOKEN_COST } from './password';
import { StaffRegister } from './staff-register';

/** Makes the development accounts that are missing, where there is a sandbox. */
@Injectable()
export class DevSeed {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly register: StaffRegister,
  ) {}

  async onModuleInit(): Promise<void> {
    const { SANDBOX_URL, NODE_ENV } = this.config.env;
    if (!SANDBOX_URL || NODE_ENV === 'production') return;
    const staff = await this.database.dataSource.getRepository(StaffEntity).find({ select: { username: true } });
    const known = new Set(staff.map(({ username }) => username));
    await Promise.all(DEV_ACCOUNTS.filter(({ username }) => !known.has(username)).map((account) => this.register.open(account, TOKEN_COST)));
  }
}
