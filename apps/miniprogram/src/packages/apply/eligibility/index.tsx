import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '../../../api';
import { Button, Notice, Page } from '../../../components';
import { useCityCode } from '../../../features/catalogue/use-city';
import { useDefinition } from '../../../features/catalogue/use-definition';
import { isOpen } from '../../../features/eligibility/exempt';
import { useEligibility, type EligibilityResult } from '../../../features/eligibility/use-eligibility';
import { continueDraft, draftOf } from '../../../features/drafts/start-draft';
import { onlyConfirms } from '../../../features/drafts/draft-rules';
import { openedDraft } from '../../../features/drafts/draft-book';
import { openPage, usePageParams } from '../../../platform';
import { pages } from '../../../pages';
import { Obstacle } from '../parts/Obstacle';
import { Checking } from './Checking';
import { Result } from './Result';
import { SourceSheet, type Source } from './SourceSheet';

/** 资格校验: asks the authorities, and explains the answer. */
export default function EligibilityPage() {
  const { serviceId = '', city: cityInLink, wardId, confirm } = usePageParams();
  const city = useCityCode(cityInLink);
  const check = useEligibility({ serviceId, city, wardId });
  const definition = useDefinition(serviceId, city);
  const start = useStart(check.data);
  const [source, setSource] = useState<Source>();

  // A reminder leads to one page with one button: the result is shown only when more is asked for.
  const skipped = useRef(false);
  const isReminder = confirm === '1' && check.data?.verdict === 'exempt' && !skipped.current;
  useEffect(() => {
    if (!isReminder) return;
    skipped.current = true;
    void start.confirmAtOnce();
  }, [isReminder]);

  const result = check.data;
  const canStart = result !== undefined && isOpen(result);
  return (
    <Page
      title="资格校验"
      offlineText="没有网络，连上后才能校验。"
      overlay={source && <SourceSheet source={source} onClose={() => setSource(undefined)} />}
      actions={
        result &&
        (canStart ? (
          <>
            {start.problem && <Notice tone="danger" text={start.problem.sentence} />}
            <Button loading={start.starting} onTap={start.start}>
              {definition.data?.startVerb ?? '下一步'}
            </Button>
          </>
        ) : (
          <Button kind="secondary" onTap={() => openPage(pages.guide, { serviceId, city })}>
            查看办事指南
          </Button>
        ))
      }
    >
      {result && !start.skipping ? (
        <>
          {confirm === '1' && result.verdict === 'not-yet' && <Notice tone="ok" text="提醒的事已经办好，现在不用再办。" />}
          <Result result={result} onSource={setSource} />
        </>
      ) : check.error && !check.isFetching ? (
        <Obstacle what="校验结果" problem={check.error.problem} onRetry={() => check.refetch()} />
      ) : (
        <Checking />
      )}
    </Page>
  );
}

interface Start {
  readonly starting: boolean;
  /** On the way to the one page that confirms. */
  readonly skipping: boolean;
  readonly problem?: ApiProblem;
  start(): Promise<void>;
  confirmAtOnce(): Promise<void>;
}

function useStart(result: EligibilityResult | undefined): Start {
  const [starting, setStarting] = useState(false);
  const [skipping, setSkipping] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  async function open(onlyToConfirm: boolean): Promise<void> {
    if (!result) return;
    setStarting(true);
    setProblem(undefined);
    const answer = await draftOf(result.id);
    if (!answer.ok) setProblem(answer.problem);
    else if (!onlyToConfirm || onlyConfirms(answer.value, openedDraft(answer.value).store.getState().form)) await continueDraft(answer.value, onlyToConfirm);
    setStarting(false);
  }

  return {
    starting,
    skipping,
    problem,
    start: () => open(false),
    async confirmAtOnce() {
      setSkipping(true);
      await open(true);
      setSkipping(false);
    },
  };
}
