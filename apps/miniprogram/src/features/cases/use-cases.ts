import { listCases, type RouteOutput } from '@yuezheng/shared-types';
import type { ApiProblem } from '../../api';
import { usePages } from '../use-pages';

export interface CasesView {
  /** `undefined` until the first page is there. */
  readonly cases: RouteOutput<typeof listCases>['cases'] | undefined;
  readonly problem?: ApiProblem;
  retry(): unknown;
  /** Reads earlier ones; absent at the end. */
  readonly more?: () => Promise<unknown>;
}

/** My cases, the latest first, page after page. */
export function useCases(): CasesView {
  const { pages, problem, retry, more } = usePages(listCases, (cursor) => ({ query: cursor === undefined ? {} : { cursor } }));
  return { cases: pages.length === 0 ? undefined : pages.flatMap((page) => page.cases), problem, retry, more };
}
