import { useState } from 'react';
import { Checkbox, Input } from 'antd';
import { SuggestionChips } from '../../shared/suggestion-chips';
import { entryOf, keyOf, type EntryChange, type SupplementDraft, type Target } from './supplement-draft';

const MOST = 200;

interface Props {
  readonly targets: readonly Target[];
  readonly draft: SupplementDraft;
  /** Keys of what was ticked without a word why, once somebody tried to send it. */
  readonly unexplained: readonly string[];
  readonly onEdit: (target: Target, change: EntryChange) => void;
}

/** What this case has comes first; what only other situations of the service ask for has to be looked for. */
export function SupplementTargets(props: Props) {
  const of = (kind: Target['kind'], asked: boolean) =>
    props.targets.filter((target) => target.kind === kind && target.asked === asked);
  return (
    <>
      <Group {...props} title="材料" targets={of('material', true)} />
      <Group {...props} title="填写内容" targets={of('field', true)} />
      <Others {...props} targets={of('material', false)} />
    </>
  );
}

function Others(props: Props) {
  const [open, setOpen] = useState(false);
  if (props.targets.length === 0) return null;
  // What was ticked is going to be sent, so that it stays in sight.
  const ticked = props.targets.filter((target) => entryOf(props.draft, target).wanted);
  return (
    <>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起其他材料' : `其他材料（${props.targets.length} 种，此情形没有要求）`}
      </button>
      <Group {...props} title="此情形没有要求的材料，确有需要再选" targets={open ? props.targets : ticked} />
    </>
  );
}

function Group({ title, targets, draft, unexplained, onEdit }: Props & { readonly title: string }) {
  if (targets.length === 0) return null;
  return (
    <fieldset className="supplement-group">
      <legend>{title}</legend>
      {targets.map((target) => (
        <TargetRow
          key={keyOf(target)}
          target={target}
          draft={draft}
          unexplained={unexplained.includes(keyOf(target))}
          onEdit={(change) => onEdit(target, change)}
        />
      ))}
    </fieldset>
  );
}

interface RowProps {
  readonly target: Target;
  readonly draft: SupplementDraft;
  readonly unexplained: boolean;
  readonly onEdit: (change: EntryChange) => void;
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
              请写明“{target.title}”的补正要求。
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
