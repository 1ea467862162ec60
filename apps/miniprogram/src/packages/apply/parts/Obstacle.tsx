import type { ApiProblem } from '../../../api';
import { Button, ErrorState } from '../../../components';
import { openPage } from '../../../platform';
import { pages } from '../../../pages';

interface ObstacleProps {
  /** What was to be shown: 资格校验、办件. */
  readonly what: string;
  readonly problem: ApiProblem;
  readonly onRetry: () => unknown;
  /** Where what is not there would be listed; absent: 办事. */
  readonly list?: { readonly verb: string; readonly page: string };
}

const SERVICES = { verb: '返回办事', page: pages.services };

export const MY_CASES = { verb: '查看我的办件', page: pages.cases };

/** Problems of applying that are solved on another page, with the way there; `ErrorState` knows those of the person. */
const WAYS: Partial<Record<ApiProblem['code'], { readonly verb: string; readonly page: string }>> = {
  'case-open': MY_CASES,
  'already-submitted': MY_CASES,
  'service-unavailable-in-city': { verb: '查看可办事项', page: pages.services },
  'permit-not-found': { verb: '去亮证', page: pages.wallet },
};

/** A problem that fills the page: what happened, and the button that leads on. */
export function Obstacle({ what, problem, onRetry, list = SERVICES }: ObstacleProps) {
  const way = problem.code === 'not-found' ? list : WAYS[problem.code];
  if (way === undefined) return <ErrorState what={what} problem={problem} onRetry={onRetry} />;
  return (
    <ErrorState what={what} problem={problem}>
      <Button kind="secondary" onTap={() => openPage(way.page)}>
        {way.verb}
      </Button>
    </ErrorState>
  );
}
