import { Controller } from '@nestjs/common';
import {
  discardDraft, getDraft, getDraftPhoto, listDrafts, ok, openDraft, saveDraft, submitDraft, type Draft, type Result, type RouteInput, type RouteOutput,
} from '@yuezheng/shared-types';
import type { ResidentCaller } from '../../platform/auth/caller';
import { requireVerified } from '../../platform/auth/guards';
import { Endpoint, Input, Resident, type Binary } from '../../platform/http/endpoint';
import { TransactionId } from '../process/transaction-id';
import { SubmissionDesk } from '../process/submission-desk';
import { DraftPortrait } from './draft-portrait';
import { Drafts } from './drafts.service';

/** Drafts, and handing them in. */
@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly portrait: DraftPortrait,
    private readonly desk: SubmissionDesk,
  ) {}

  @Endpoint(listDrafts)
  async list(@Resident() caller: ResidentCaller): Promise<RouteOutput<typeof listDrafts>> {
    return { drafts: await this.drafts.list(caller.residentId) };
  }

  @Endpoint(openDraft)
  async open(@Input() { body }: RouteInput<typeof openDraft>, @Resident() caller: ResidentCaller): Promise<Result<Draft>> {
    const applicant = requireVerified(caller);
    return applicant.ok ? this.drafts.open(applicant.value, body.eligibilityId) : applicant;
  }

  @Endpoint(getDraft)
  async get(@Input() { params }: RouteInput<typeof getDraft>, @Resident() caller: ResidentCaller): Promise<Result<Draft>> {
    const applicant = requireVerified(caller);
    return applicant.ok ? this.drafts.get(applicant.value, params.draftId) : applicant;
  }

  @Endpoint(saveDraft)
  async save(@Input() { params, body }: RouteInput<typeof saveDraft>, @Resident() caller: ResidentCaller): Promise<Result<Draft>> {
    const applicant = requireVerified(caller);
    return applicant.ok ? this.drafts.save(applicant.value, params.draftId, body) : applicant;
  }

  @Endpoint(getDraftPhoto)
  async photo(@Input() { params }: RouteInput<typeof getDraftPhoto>, @Resident() caller: ResidentCaller): Promise<Result<Binary>> {
    const applicant = requireVerified(caller);
    if (!applicant.ok) return applicant;
    const bytes = await this.portrait.of(applicant.value, params.draftId);
    return bytes.ok ? ok({ bytes: bytes.value, mime: 'image/jpeg' }) : bytes;
  }

  @Endpoint(discardDraft)
  async discard(@Input() { params }: RouteInput<typeof discardDraft>, @Resident() caller: ResidentCaller): Promise<Result<{ done: true }>> {
    const applicant = requireVerified(caller);
    return applicant.ok ? this.drafts.discard(applicant.value, params.draftId) : applicant;
  }

  @Endpoint(submitDraft)
  async submit(
    @Input() { params, body }: RouteInput<typeof submitDraft>,
    @Resident() caller: ResidentCaller,
    @TransactionId() transactionId: string,
  ): Promise<Result<RouteOutput<typeof submitDraft>>> {
    const applicant = requireVerified(caller);
    return applicant.ok ? this.desk.submit(applicant.value, params.draftId, body.version, transactionId) : applicant;
  }
}
