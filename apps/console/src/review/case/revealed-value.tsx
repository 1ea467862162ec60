import { useEffect, useMemo, useState } from 'react';
import { Alert, Input, Modal } from 'antd';
import { revealField, type Comparison } from '@yuezheng/shared-types';
import { callRoute } from '../../api/client';
import { createIntents } from '../../api/intent';
import { useHasRole } from '../../session/use-session';
import { SuggestionChips } from '../../shared/suggestion-chips';

const PURPOSES: readonly string[] = ['核对证件原件', '与数据部门核实', '联系申请人补正', '上级复核'];
const SHOWN_FOR_MS = 60_000;

/** A masked value; shown whole for a minute once the official has said what for, which is kept in the audit. */
export function RevealedValue({ caseId, comparison }: { caseId: string; comparison: Comparison }) {
  const decides = useHasRole('reviewer');
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  useEffect(() => {
    if (value === undefined) return undefined;
    const timer = setTimeout(() => setValue(undefined), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <>
      <span className="comparison-secret">{value ?? comparison.declared}</span>
      {!decides ? null : value === undefined ? (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          显示（记录用途）
        </button>
      ) : (
        <button type="button" className="link" onClick={() => setValue(undefined)}>
          隐藏
        </button>
      )}
      {asking ? (
        <PurposeDialog
          caseId={caseId}
          comparison={comparison}
          onClose={() => setAsking(false)}
          onValue={(revealed) => {
            setValue(revealed);
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

interface DialogProps {
  readonly caseId: string;
  readonly comparison: Comparison;
  readonly onClose: () => void;
  readonly onValue: (value: string) => void;
}

function PurposeDialog({ caseId, comparison, onClose, onValue }: DialogProps) {
  const [purpose, setPurpose] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = useMemo(() => createIntents(), []);
  const reveal = async () => {
    if (purpose.trim() === '') {
      setProblem('请写明用途，例如“核对证件原件”。');
      return;
    }
    const body = { comparison: comparison.id, purpose: purpose.trim() };
    setBusy(true);
    const answer = await send(body, (intent) =>
      callRoute(revealField, { params: { caseId }, body }, { intent }),
    );
    setBusy(false);
    if (answer.ok) onValue(answer.value.value);
    else setProblem(answer.failure.message);
  };
  return (
    <Modal
      open
      title={`显示完整的${comparison.label}`}
      width={460}
      okText="显示并记录"
      cancelText="不显示"
      confirmLoading={busy}
      onOk={() => void reveal()}
      onCancel={onClose}
    >
      <p className="card-note">查看人、时间和用途会写入审计记录。显示 1 分钟后自动隐藏。</p>
      <SuggestionChips suggestions={PURPOSES} onChoose={setPurpose} />
      <Input
        autoFocus
        value={purpose}
        maxLength={100}
        aria-label="用途"
        placeholder="用途"
        status={problem === undefined ? '' : 'error'}
        onChange={(event) => setPurpose(event.target.value)}
        onPressEnter={() => void reveal()}
      />
      {problem === undefined ? null : (
        <Alert className="dialog-alert" type="error" showIcon title={problem} />
      )}
    </Modal>
  );
}
