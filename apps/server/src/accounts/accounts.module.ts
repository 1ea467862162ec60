import { Global, Module } from '@nestjs/common';
import { SessionReader } from '../platform/auth/caller';
import { Accounts } from './accounts';
import { AccountsController } from './accounts.controller';
import { DevSeed } from './dev-seed';
import { LogIn } from './log-in';
import { MeView } from './me';
import { RealName } from './real-name';
import { Residents } from './residents';
import { Sessions } from './sessions';
import { SmsCodes } from './sms-codes';
import { StaffController } from './staff.controller';
import { StaffLogIn } from './staff-log-in';
import { Subscriptions } from './subscriptions';
import { Wards } from './wards';

/** Residents, their wards and log-in, and officials' accounts. */
@Global()
@Module({
  controllers: [AccountsController, StaffController],
  providers: [
    Accounts, DevSeed, LogIn, MeView, RealName, Residents, Sessions, SmsCodes, StaffLogIn, Subscriptions, Wards,
    { provide: SessionReader, useExisting: Sessions },
  ],
  exports: [Residents, SessionReader, Subscriptions, Wards],
})
export class AccountsModule {}
