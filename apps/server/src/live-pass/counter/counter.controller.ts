import { Controller } from '@nestjs/common';
import {
  getVerifiedPortrait, listPurposes, listRecentVerifications, ok, syncVerifications, verifyCode,
  type Result, type RouteInput, type RouteOutput, type Verdict,
} from '@yuezheng/shared-types';
import { TransactionId } from '../../cases/process/transaction-id';
import { requireRole } from '../../platform/auth/guards';
import type { StaffCaller } from '../../platform/auth/caller';
import { Endpoint, Input, Official, type Binary } from '../../platform/http/endpoint';
import { PURPOSES, purposeView } from '../purposes';
import { OfflineSync } from './offline-sync.service';
import { RecentScans } from './recent-scans';
import { VerifiedPortraits } from './verified-portrait.service';
import { Verifier } from './verifier.service';

/** The counter's side of the live pass. */
@Controller()
export class CounterController {
  constructor(
    private readonly verifier: Verifier,
    private readonly portraits: VerifiedPortraits,
    private readonly offline: OfflineSync,
    private readonly recentScans: RecentScans,
  ) {}

  @Endpoint(listPurposes)
  purposes(@Official() caller: StaffCaller): Result<RouteOutput<typeof listPurposes>> {
    const clerk = requireRole(caller, 'clerk');
    return clerk.ok ? ok({ purposes: PURPOSES.map(purposeView) }) : clerk;
  }

  @Endpoint(verifyCode)
  verify(@Input() { body }: RouteInput<typeof verifyCode>, @Official() caller: StaffCaller, @TransactionId() transactionId: string): Promise<Result<Verdict>> {
    return this.verifier.verify(caller, body, transactionId);
  }

  @Endpoint(getVerifiedPortrait)
  portrait(@Input() { params }: RouteInput<typeof getVerifiedPortrait>, @Official() caller: StaffCaller): Promise<Result<Binary>> {
    return this.portraits.of(caller, params.verificationId);
  }

  @Endpoint(syncVerifications)
  sync(@Input() { body }: RouteInput<typeof syncVerifications>, @Official() caller: StaffCaller): Promise<Result<RouteOutput<typeof syncVerifications>>> {
    return this.offline.sync(caller, body.uses);
  }

  @Endpoint(listRecentVerifications)
  recent(@Official() caller: StaffCaller): Promise<Result<RouteOutput<typeof listRecentVerifications>>> {
    return this.recentScans.of(caller);
  }
}
