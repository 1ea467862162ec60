import { useState } from 'react';
import { Checkbox, Input, Modal } from 'antd';
import { SuggestionChips } from '../../shared/suggestion-chips';
import { COPY } from './act-copy';
import { AttemptNotice } from './attempt-notice';
import type { DecisionDialogProps } from './decision-dialogs';
import {
  edited,
  entryOf,
  keyOf,
  supplementList,
  type SupplementDraft,
  type Target,
} from './supplement-draft';
import { useDecision } from './use-decision';

const MOST = 200;

const GROUPS: readonly { readonly kind: Target['kind']; readonly title: string }[] = [
  { kind: 'material', title: '材料' },
  { kind: 'field', title: '填写内容' },
];

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
        {GROUPS.map(({ kind, title }) => {
          const group = targets.filter((target) => target.kind === kind);
          return group.length === 0 ? null : (
            <fieldset key={kind} className="supplement-group">
              <legend>{title}</legend>
              {group.map((target) => (
                <TargetRow
                  key={keyOf(target)}
                  target={target}
                  draft={draft}
                  unexplained={complaints && unexplained.includes(keyOf(target))}
                  onEdit={(change) => setDraft((before) => edited(before, target, change))}
                />
              ))}
            </fieldset>
          );
        })}
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

interface RowProps {
  readonly target: Target;
  readonly draft: SupplementDraft;
  readonly unexplained: boolean;
  readonly onEdit: (change: { wanted?: boolean; reason?: string }) => void;
}

function TargetRow({ target, draft, unexplained, onEdit }: RowProps) {
  const { wanted, reason } = entryOf(draft, target);
  return (
    <div className="supplement-row">
      <Checkbox checked={wanted} onChange={(event) => onEdit({ wanted: event.target.checked })}>
        {target.title}
      </Checkbox>
      {wanted ? (
        <div className="supplement-reason">
          <SuggestionChips suggestions={target.suggestions} onChoose={(text) => onEdit({ reason: text })} />
          <Input.TextArea
            aria-label={`${target.title}的补正要求`}
            placeholder="哪里不对，要怎样的"
            rows={2}
            maxLength={MOST}
            value={reason}
            status={unexplained ? 'error' : ''}
            onChange={(event) => onEdit({ reason: event.target.value })}
          />
          {unexplained ? (
            <p className="dialog-missing" role="alert">
              请写明「{target.title}」的补正要求。
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
