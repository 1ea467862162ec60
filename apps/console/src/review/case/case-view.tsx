import { useState } from 'react';
import type { ReviewAction, ReviewCase } from '@yuezheng/shared-types';
import type { ApiFailure } from '../../api/failure';
import { FailureState } from '../../states/states';
import { ActionBar } from '../decision/action-bar';
import { COPY } from '../decision/act-copy';
import { DecisionDialogs } from '../decision/decision-dialogs';
import { MaterialsCard } from '../materials/materials-card';
import type { ActDone } from '../last-act';
import { useCaseActs, useReviewCase, type Decision } from '../use-review-case';
import { CaseSkeleton } from './case-skeleton';
import { CaseHeader } from './case-header';
import { ComparisonsCard } from './comparisons-card';
import { EvidenceCard } from './evidence-card';
import { PersonCard } from './person-card';
import { TimelineCard } from './timeline-card';
import './case.css';

interface Props {
  readonly caseId: string;
  readonly onDialog: (open: boolean) => void;
  /** The case is the official's own now. */
  readonly onClaimed: () => void;
  readonly onDecided: (done: ActDone, leave: boolean) => void;
}

/** One case: what is claimed and known on the left, the documents on the right, the decisions below. */
export function CaseView({ caseId, ...events }: Props) {
  const query = useReviewCase(caseId);
  if (query.data !== undefined)
    return <LoadedCase reviewCase={query.data} {...events} />;
  if (query.isPending) return <CaseSkeleton />;
  return <FailureState thrown={query.error} onRetry={() => void query.refetch()} />;
}

function LoadedCase({
  reviewCase,
  onDialog,
  onClaimed,
  onDecided,
}: Omit<Props, 'caseId'> & { reviewCase: ReviewCase }) {
  const acts = useCaseActs(reviewCase.id);
  const [refusal, setRefusal] = useState<ApiFailure>();
  const [opened, setOpened] = useState<ReviewAction>();

  const openDialog = (action: ReviewAction | undefined) => {
    setOpened(action);
    onDialog(action !== undefined);
  };
  const take = async (act: CaseTake) => {
    setRefusal(undefined);
    const answer = await acts[act]();
    if (!answer.ok) setRefusal(answer.failure);
    else if (act === 'claim') onClaimed();
  };
  const decide = async (decision: Decision): Promise<ApiFailure | undefined> => {
    const answer = await acts.decide(decision);
    if (!answer.ok) return answer.failure;
    openDialog(undefined);
    const { leaves, done } = COPY[decision.action];
    onDecided(
      {
        caseId: reviewCase.id,
        text: `${reviewCase.applicant}・${reviewCase.serviceTitle}，${done(answer.value, decision.items?.length ?? 0)}`,
      },
      leaves,
    );
    return undefined;
  };

  return (
    <>
      <CaseHeader reviewCase={reviewCase} busy={acts.busy} onRelease={() => void take('release')} />
      <div className="case-body">
        <div className="case-facts">
          <ComparisonsCard reviewCase={reviewCase} />
          <EvidenceCard reviewCase={reviewCase} />
          <PersonCard reviewCase={reviewCase} />
          <TimelineCard entries={reviewCase.timeline} />
        </div>
        <MaterialsCard reviewCase={reviewCase} />
      </div>
      <ActionBar
        reviewCase={reviewCase}
        busy={acts.busy}
        refusal={refusal}
        keysEnabled={opened === undefined}
        onClaim={() => void take('claim')}
        onAct={openDialog}
      />
      <DecisionDialogs
        reviewCase={reviewCase}
        opened={opened}
        busy={acts.busy}
        onClose={() => openDialog(undefined)}
        onDecide={decide}
      />
    </>
  );
}

type CaseTake = 'claim' | 'release';
