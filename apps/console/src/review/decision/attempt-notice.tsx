import { Alert, Button } from 'antd';
import type { ReviewCase } from '@yuezheng/shared-types';
import type { DecisionAttempt } from './use-decision';

/** Why a decision did not go through, or that the case has changed since; what was typed stays. */
export function AttemptNotice({ attempt, reviewCase }: { attempt: DecisionAttempt; reviewCase: ReviewCase }) {
  if (attempt.gone) {
    return (
      <Alert
        className="dialog-alert"
        type="error"
        showIcon
        title={`此件现在是“${reviewCase.stateLabel}”，不能再做此操作`}
        description="您填写的文字仍保留在这里，可以复制。"
      />
    );
  }
  if (attempt.changed) {
    return (
      <Alert
        className="dialog-alert"
        type="warning"
        showIcon
        title={`此件刚刚有更新，现在是“${reviewCase.stateLabel}”`}
        description="您填写的文字已保留，请关闭此窗口查看最新内容，或核对后继续。"
        action={
          <Button size="small" onClick={attempt.acknowledge}>
            已核对，继续
          </Button>
        }
      />
    );
  }
  if (attempt.failure === undefined) return null;
  const details = attempt.failure.fields.map((field) => field.message);
  return (
    <Alert
      className="dialog-alert"
      type="error"
      showIcon
      title={attempt.failure.message}
      description={details.length > 0 ? details.join(' ') : undefined}
    />
  );
}
