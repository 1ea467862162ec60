import { useRef, useState } from 'react';
import { Input, Modal, type GetRef } from 'antd';
import { SuggestionChips } from '../../shared/suggestion-chips';
import { COPY } from './act-copy';
import { AttemptNotice } from './attempt-notice';
import type { DecisionDialogProps } from './decision-dialogs';
import { useDecision } from './use-decision';

const MOST = 500;

/** An act that must be explained to the applicant. */
export function ReasonDialog(props: DecisionDialogProps) {
  const { view, reviewCase, open, busy, onClose } = props;
  const attempt = useDecision(props);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const submit = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') void attempt.submit({ reason: reason.trim() });
  };
  return (
    <Modal
      open={open}
      title={`${view.label}：${reviewCase.applicant}・${reviewCase.serviceTitle}`}
      width={600}
      okText={view.label}
      cancelText="再看看"
      okButtonProps={{ danger: view.tone === 'danger', disabled: attempt.gone || attempt.changed }}
      confirmLoading={busy}
      onOk={submit}
      onCancel={onClose}
      afterOpenChange={(shown) => shown && field.current?.focus()}
    >
      <p className="dialog-lead">{COPY[view.action].lead}</p>
      {view.action === 'return' ? (
        <SuggestionChips suggestions={reviewCase.returnReasons} onChoose={setReason} />
      ) : null}
      <Input.TextArea
        ref={field}
        aria-label="原因"
        placeholder="写明原因，以及申请人下一步怎么做"
        value={reason}
        rows={5}
        maxLength={MOST}
        showCount
        status={missing ? 'error' : ''}
        onChange={(event) => setReason(event.target.value)}
      />
      {missing ? (
        <p className="dialog-missing" role="alert">
          请填写原因，让申请人知道下一步怎么做。
        </p>
      ) : null}
      <AttemptNotice attempt={attempt} reviewCase={reviewCase} />
    </Modal>
  );
}
