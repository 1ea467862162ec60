import { Global, Module } from '@nestjs/common';
import { SessionReader } from '../platform/auth/caller';
import { Accounts } from './accounts';
import { AccountsController } from './accounts.controller';
import { DevSeed } from './dev-seed';
import { HomeCity } from './home-city';
import { LogIn } from './log-in';
import { LogInAttempts } from './log-in-attempts';
import { MeView } from './me';
import { RealName } from './real-name';
import { Residents } from './residents';
import { Sessions } from './sessions';
import { SmsCodes } from './sms-codes';
import { SmsNetworks } from './sms-networks';
import { StaffController } from './staff.controller';
import { StaffLogIn } from './staff-log-in';
import { StaffRegister } from './staff-register';
import { Subscriptions } from './subscriptions';
import { Wards } from './wards';

/** Residents, their wards and log-in, and officials' accounts. */
@Global()
@Module({
  controllers: [AccountsController, StaffController],
  providers: [
    Accounts, DevSeed, HomeCity, LogIn, LogInAttempts, MeView, RealName, Residents, Sessions, SmsCodes, SmsNetworks, StaffLogIn, StaffRegister, Subscriptions, Wards,
    { provide: SessionReader, useExisting: Sessions },
  ],
  exports: [Residents, SessionReader, Subscriptions, Wards],
})
export class AccountsModule {}
