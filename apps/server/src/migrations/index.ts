import { Platform1767200001000 } from './1767200001000-platform';
import { Accounts1767200002000 } from './1767200002000-accounts';
import { Cases1767200003000 } from './1767200003000-cases';
import { Permits1767200010000 } from './1767200010000-permits';
import { LivePass1767200011000 } from './1767200011000-live-pass';
import { Messages1767200012000 } from './1767200012000-messages';
import { KeptFiles1767200013000 } from './1767200013000-kept-files';
import { LogInLimits1767200020000 } from './1767200020000-log-in-limits';
import { OfflineUses1767200021000 } from './1767200021000-offline-uses';
import { OneAccountAResident1767200022000 } from './1767200022000-one-account-a-resident';
import { WholeOfflineUses1767200023000 } from './1767200023000-whole-offline-uses';
import { SmsNetworks1767200024000 } from './1767200024000-sms-networks';
import { OneCountOfLogIns1767200025000 } from './1767200025000-one-count-of-log-ins';
import { CancelledPermits1767200110000 } from './1767200110000-cancelled-permits';
import { UseInItsRecord1767200120000 } from './1767200120000-use-in-its-record';
import { IssuerOfCredentials1767200130000 } from './1767200130000-issuer-of-credentials';
import { GuardiansOfAWard1767200140000 } from './1767200140000-guardians-of-a-ward';

/** Every migration, oldest first. What has run once is never changed; a new one is added. */
export const MIGRATIONS = [
  Platform1767200001000, Accounts1767200002000, Cases1767200003000, Permits1767200010000, LivePass1767200011000, Messages1767200012000,
  KeptFiles1767200013000, LogInLimits1767200020000, OfflineUses1767200021000, OneAccountAResident1767200022000,
  WholeOfflineUses1767200023000, SmsNetworks1767200024000, OneCountOfLogIns1767200025000,
  CancelledPermits1767200110000, UseInItsRecord1767200120000, IssuerOfCredentials1767200130000, GuardiansOfAWard1767200140000,
] as const;
