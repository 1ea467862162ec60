import { Module } from '@nestjs/common';
import { DraftPortrait } from './drafts/draft-portrait';
import { DraftStore } from './drafts/draft.store';
import { DraftsController } from './drafts/drafts.controller';
import { Drafts } from './drafts/drafts.service';
import { UploadCheck } from './drafts/uploads';
import { EligibilityChecks } from './eligibility/eligibility.checks';
import { EligibilityController } from './eligibility/eligibility.controller';
import { ApplicantNotices } from './process/applicant-notices';
import { CaseProcess } from './process/case-process';
import { OverdueSupplements } from './process/overdue-supplements';
import { SubmissionDesk } from './process/submission-desk';
import { ActionLog } from './record/action-log';
import { CaseNumbers } from './record/case-numbers';
import { CaseRows } from './record/case-rows';
import { CaseStore } from './record/case.store';
import { LooseUploads } from './record/loose-uploads';
import { OpenCases } from './record/open-cases';
import { SubmittedDrafts } from './record/submitted-drafts';
import { CaseList } from './resident/case-list';
import { CaseTodos } from './resident/case-todos';
import { CasesController } from './resident/cases.controller';
import { Invitations } from './resident/invitations';
import { ResidentDesk } from './resident/resident-desk';

/** From the eligibility check to the decision. */
@Module({
  controllers: [EligibilityController, DraftsController, CasesController],
  providers: [
    ActionLog, ApplicantNotices, CaseList, CaseNumbers, CaseProcess, CaseRows, CaseStore, CaseTodos, DraftPortrait, Drafts, DraftStore, EligibilityChecks, Invitations, LooseUploads,
    OpenCases, OverdueSupplements, ResidentDesk, SubmissionDesk, SubmittedDrafts, UploadCheck,
  ],
  exports: [ActionLog, CaseProcess, CaseRows, CaseStore],
})
export class CasesModule {}
