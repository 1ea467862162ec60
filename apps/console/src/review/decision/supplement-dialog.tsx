import { useState } from 'react';
import { Modal } from 'antd';
import { COPY } from './act-copy';
import { AttemptNotice } from './attempt-notice';
import type { DecisionDialogProps } from './decision-dialogs';
import { edited, supplementList, type SupplementDraft } from './supplement-draft';
import { SupplementTargets } from './supplement-targets';
import { useDecision } from './use-decision';

/** 一次性告知: everything that is missing is ticked, explained and sent in one notice. */
export function SupplementDialog(props: DecisionDialogProps) {
  const { view, reviewCase, open, busy, onClose } = props;
  const attempt = useDecision(props);
  const [draft, setDraft] = useState<SupplementDraft>({});
  const [complaints, setComplaints] = useState(false);
  const targets = reviewCase.supplementTargets;
  const { items, unexplained } = supplementList(targets, draft);
  const submit = () => {
    const complete = items.length > 0 && unexplained.length === 0;
    setComplaints(!complete);
    if (complete) void attempt.submit({ items: [...items] });
  };
  return (
    <Modal
      open={open}
      title={`${view.label}：${reviewCase.applicant}・${reviewCase.serviceTitle}`}
      width={680}
      okText={items.length === 0 ? '一次性告知' : `一次性告知 ${items.length} 项`}
      cancelText="再看看"
      okButtonProps={{ disabled: attempt.gone || attempt.changed }}
      confirmLoading={busy}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="dialog-lead">{COPY[view.action].lead}</p>
      <div className="supplement">
        <SupplementTargets
          targets={targets}
          draft={draft}
          unexplained={complaints ? unexplained : []}
          onEdit={(target, change) => setDraft((before) => edited(before, target, change))}
        />
      </div>
      {complaints && items.length === 0 ? (
        <p className="dialog-missing" role="alert">
          请至少选择一项需要补正的内容，并写明要求。
        </p>
      ) : null}
      <AttemptNotice attempt={attempt} reviewCase={reviewCase} />
    </Modal>
  );
}
