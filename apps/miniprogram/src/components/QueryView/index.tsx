import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiFailure } from '../../api';
import { ErrorState } from '../ErrorState';
import { Notice } from '../Notice';
import { SkeletonCards } from '../Skeleton';

interface QueryViewProps<T> {
  readonly query: UseQueryResult<T, ApiFailure>;
  /** What is read: 办件、证照. */
  readonly what: string;
  /** In the shape of what is to come. */
  readonly skeleton?: ReactNode;
  /** What to show for a problem that the page knows better; `undefined` leaves it to the ordinary one. */
  readonly onProblem?: (failure: ApiFailure) => ReactElement | undefined;
  readonly children: (value: T) => ReactNode;
}

/** The states that every page has: loading, failed, stale because a later reading failed, and there. */
export function QueryView<T>({ query, what, skeleton = <SkeletonCards />, onProblem, children }: QueryViewProps<T>): ReactElement {
  const { data, error } = query;
  if (data !== undefined) {
    return (
      <>
        {error && <Notice tone="warning" text={`${error.problem.sentence}下面是上次看到的内容。`} />}
        {children(data)}
      </>
    );
  }
  if (error) return onProblem?.(error) ?? <ErrorState what={what} problem={error.problem} onRetry={() => query.refetch()} />;
  return <>{skeleton}</>;
}
