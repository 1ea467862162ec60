import { Module } from '@nestjs/common';
import { Config } from '../config/config';
import { CounterController } from './counter/counter.controller';
import { OfflineSync } from './counter/offline-sync.service';
import { OfflineUses } from './counter/offline-uses';
import { RecentScans } from './counter/recent-scans';
import { ScanRecords } from './counter/scan-records';
import { ScanSubjects } from './counter/scan-subject';
import { VerifiedHolders } from './counter/verified-holder';
import { Verifier } from './counter/verifier.service';
import { Credentials } from './credentials.service';
import { FileKeyring } from './file-keyring';
import { IssuerKeyring } from './issuer-keyring';
import { LivePassController } from './live-pass.controller';
import { LivePassSweep } from './live-pass-sweep';
import { Showings } from './showing.service';
import { StatusLists } from './status-list.service';

/** The live pass: credentials for phones, verification for counters. */
@Module({
  controllers: [LivePassController, CounterController],
  providers: [
    Credentials, LivePassSweep, OfflineSync, OfflineUses, RecentScans, ScanRecords, ScanSubjects, Showings, StatusLists, VerifiedHolders, Verifier,
    { provide: IssuerKeyring, useFactory: ({ env }: Config) => new FileKeyring(env.ISSUER_KEY_DIR, env.NODE_ENV !== 'production'), inject: [Config] },
  ],
})
export class LivePassModule {}
