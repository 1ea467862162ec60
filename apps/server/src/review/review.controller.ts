import { Controller } from '@nestjs/common';
import {
  claimCase, decideCase, getReviewCase, getReviewFile, getReviewPortrait, listQueue, ok, releaseCase, revealField,
  type Result, type ReviewCase, type RouteInput, type RouteOutput,
} from '@yuezheng/shared-types';
import { TransactionId } from '../cases/process/transaction-id';
import type { StaffCaller } from '../platform/auth/caller';
import { Endpoint, Input, Official, type Binary } from '../platform/http/endpoint';
import { ReviewDesk } from './review-desk';
import { ReviewQueue } from './review-queue';

/** 审核. */
@Controller()
export class ReviewController {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly desk: ReviewDesk,
  ) {}

  @Endpoint(listQueue)
  list(@Input() { query }: RouteInput<typeof listQueue>, @Official() caller: StaffCaller): Promise<Result<RouteOutput<typeof listQueue>>> {
    return this.queue.page(caller, query);
  }

  @Endpoint(getReviewCase)
  get(@Input() { params }: RouteInput<typeof getReviewCase>, @Official() caller: StaffCaller): Promise<Result<ReviewCase>> {
    return this.desk.read(caller, params.caseId);
  }

  @Endpoint(claimCase)
  claim(@Input() { params }: RouteInput<typeof claimCase>, @Official() caller: StaffCaller, @TransactionId() transactionId: string): Promise<Result<ReviewCase>> {
    return this.desk.claim({ caller, caseId: params.caseId, transactionId });
  }

  @Endpoint(releaseCase)
  release(@Input() { params }: RouteInput<typeof releaseCase>, @Official() caller: StaffCaller, @TransactionId() transactionId: string): Promise<Result<ReviewCase>> {
    return this.desk.release({ caller, caseId: params.caseId, transactionId });
  }

  @Endpoint(decideCase)
  decide(@Input() { params, body }: RouteInput<typeof decideCase>, @Official() caller: StaffCaller, @TransactionId() transactionId: string): Promise<Result<ReviewCase>> {
    return this.desk.decide({ caller, caseId: params.caseId, transactionId }, body);
  }

  @Endpoint(revealField)
  reveal(@Input() { params, body }: RouteInput<typeof revealField>, @Official() caller: StaffCaller): Promise<Result<RouteOutput<typeof revealField>>> {
    return this.desk.reveal(caller, params.caseId, body.comparison, body.purpose);
  }

  @Endpoint(getReviewFile)
  async file(@Input() { params, query }: RouteInput<typeof getReviewFile>, @Official() caller: StaffCaller): Promise<Result<Binary>> {
    const bytes = await this.desk.file(caller, params.caseId, params.fileId, query.size);
    return bytes.ok ? ok({ bytes: bytes.value, mime: 'image/jpeg' }) : bytes;
  }
  @Endpoint(getReviewPortrait)
  async portrait(@Input() { params }: RouteInput<typeof getReviewPortrait>, @Official() caller: StaffCaller): Promise<Result<Binary>> {
    const bytes = await this.desk.portrait(caller, params.caseId);
    return bytes.ok ? ok({ bytes: bytes.value, mime: 'image/jpeg' }) : bytes;
  }
}
