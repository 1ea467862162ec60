import { Module } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { CounterController } from './counter/counter.controller';
import { OfflineSync } from './counter/offline-sync.service';
import { OfflineUses } from './counter/offline-uses';
import { RecentScans } from './counter/recent-scans';
import { ScanRecords } from './counter/scan-records';
import { ScanSubjects } from './counter/scan-subject';
import { VerifiedHolders } from './counter/verified-holder';
import { VerifiedPortraits } from './counter/verified-portrait.service';
import { Verifier } from './counter/verifier.service';
import { Credentials } from './credentials.service';
import { FileKeyring } from './issuer-keys/file-keyring';
import { KeyAudit } from './issuer-keys/key-audit';
import { IssuerKeyring } from './issuer-keyring';
import { LivePassController } from './live-pass.controller';
import { LivePassSweep } from './live-pass-sweep';
import { ShowingAnnouncements } from './showing-channel/announcements';
import { ShowingChannels } from './showing-channel/showing-channels';
import { Showings } from './showing.service';
import { StatusLists } from './status-list.service';

/** The live pass: credentials for phones, verification for counters. */
@Module({
  controllers: [LivePassController, CounterController],
  providers: [
    Credentials, KeyAudit, LivePassSweep, OfflineSync, OfflineUses, RecentScans, ScanRecords, ScanSubjects, ShowingAnnouncements, ShowingChannels, Showings, StatusLists, VerifiedHolders, VerifiedPortraits, Verifier,
    { provide: IssuerKeyring, useFactory: ({ env }: Config, clock: Clock) => new FileKeyring(env.ISSUER_KEY_DIR, env.NODE_ENV !== 'production', clock), inject: [Config, Clock] },
  ],
})
export class LivePassModule {}
