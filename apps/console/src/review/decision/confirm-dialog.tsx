import { useState } from 'react';
import { Checkbox, Modal } from 'antd';
import { comparisonSummary } from '../case/comparison-summary';
import { COPY } from './act-copy';
import { AttemptNotice } from './attempt-notice';
import type { DecisionDialogProps } from './decision-dialogs';
import { useDecision } from './use-decision';

/** An act that needs no text: sums up what is decided, and has open questions ticked off first. */
export function ConfirmDialog(props: DecisionDialogProps) {
  const { view, reviewCase, open, busy, onClose } = props;
  const attempt = useDecision(props);
  const [checked, setChecked] = useState(false);
  const doubts = reviewCase.comparisons.filter(({ result }) => result === 'mismatch' || result === 'judge');
  const sheets = reviewCase.materials.reduce((sum, material) => sum + material.files.length, 0);
  const summary = [
    [
      '申请人',
      reviewCase.onBehalfOf === undefined
        ? reviewCase.applicant
        : `${reviewCase.onBehalfOf}（由 ${reviewCase.applicant} 代办）`,
    ],
    ['事项', `${reviewCase.serviceTitle}・${reviewCase.cityName}`],
    ['办件编号', reviewCase.number],
    ['资格校验', reviewCase.verdict],
    ['数据比对', comparisonSummary(reviewCase.comparisons)],
    [
      '材料',
      sheets === 0
        ? reviewCase.exempt
          ? '免提交材料'
          : '没有材料'
        : `${reviewCase.materials.length} 种，共 ${sheets} 张`,
    ],
  ] as const;
  const ready = !attempt.gone && !attempt.changed && (doubts.length === 0 || checked);
  return (
    <Modal
      open={open}
      title={view.label}
      width={520}
      okText={view.label}
      cancelText="再看看"
      okButtonProps={{ disabled: !ready, danger: view.tone === 'danger', autoFocus: doubts.length === 0 }}
      confirmLoading={busy}
      onOk={() => void attempt.submit({})}
      onCancel={onClose}
    >
      <p className="dialog-lead">{COPY[view.action].lead}</p>
      <dl className="dialog-summary">
        {summary.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {doubts.length === 0 ? null : (
        <Checkbox
          className="dialog-check"
          autoFocus
          checked={checked}
          onChange={(event) => setChecked(event.target.checked)}
        >
          我已核对：{doubts.map((doubt) => doubt.label).join('、')}
        </Checkbox>
      )}
      <AttemptNotice attempt={attempt} reviewCase={reviewCase} />
    </Modal>
  );
}
