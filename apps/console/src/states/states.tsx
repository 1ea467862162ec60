import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { toFailure } from '../api/failure';

/** Nothing to show, which is an answer too: what that means and, where there is one, what to do. */
export function EmptyState({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {text === undefined ? null : <p className="state-text">{text}</p>}
      {action}
    </div>
  );
}

/** What happened, what to do, and the button that tries again. */
export function FailureState({ thrown, onRetry }: { thrown: unknown; onRetry?: () => void }) {
  const failure = toFailure(thrown);
  const title = failure.reason.kind === 'unreachable' ? '没有网络' : '没有载入成功';
  return (
    <div className="state" role="alert">
      <p className="state-title">{title}</p>
      <p className="state-text">{failure.message}</p>
      {onRetry === undefined ? null : <Button onClick={onRetry}>重新载入</Button>}
    </div>
  );
}

/** Rows that stand where text will stand. */
export function LoadingRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}
