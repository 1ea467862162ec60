import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { toFailure, type ApiFailure } from '../api/failure';

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

/** What happened, what to do, and, where that may help, the button that tries again. */
export function FailureState({ thrown, onRetry }: { thrown: unknown; onRetry?: () => void }) {
  const failure = toFailure(thrown);
  return (
    <div className="state" role="alert">
      <p className="state-title">{titleOf(failure)}</p>
      <p className="state-text">{failure.message}</p>
      {onRetry === undefined || isFinal(failure) ? null : <Button onClick={onRetry}>重新载入</Button>}
    </div>
  );
}

/** What stays as it is however often it is asked for. */
const isFinal = ({ code }: ApiFailure): boolean => code === 'not-found' || code === 'forbidden';

function titleOf({ reason, code }: ApiFailure): string {
  if (reason.kind === 'unreachable') return '没有网络';
  if (reason.kind === 'offline-identity') return '还没有登录';
  if (code === 'not-found') return '没有找到';
  return code === 'forbidden' ? '没有权限' : '没有载入成功';
}

/** Rows that stand where text will stand. */
export function LoadingRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}
