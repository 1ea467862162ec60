import { isRequired, visibleMaterials } from '@yuezheng/case-engine';
import { useState } from 'react';
import { Button } from '../../../components';
import { MaterialField } from '../../../fields';
import { DraftFrame } from '../parts/DraftFrame';
import { PageTitle } from '../parts/PageTitle';

const TIPS = '拍照或从相册选，文字和公章清楚，四角拍全。';

/** The papers that data could not stand in for. */
export default function MaterialsPage() {
  const [sending, setSending] = useState<Readonly<Record<string, number>>>({});
  const count = Object.values(sending).reduce((sum, one) => sum + one, 0);
  return (
    <DraftFrame
      step="materials"
      action={({ next }) => (
        <Button onTap={next} disabled={count > 0}>
          {count > 0 ? `正在上传 ${count} 张图片` : '下一步'}
        </Button>
      )}
    >
      {({ state, conditions, issues, keeper }) => (
        <>
          <PageTitle title="上传材料" lead={TIPS} />
          {visibleMaterials(state.draft.definition, conditions).map((material) => (
            <MaterialField
              key={material.id}
              material={material}
              files={state.form.materials[material.id] ?? []}
              required={isRequired(material, conditions)}
              error={issues.find(({ path }) => path === `materials.${material.id}`)?.message}
              onChange={(change) => keeper.setFiles(material.id, change)}
              onSending={(now) => setSending((before) => ({ ...before, [material.id]: now }))}
            />
          ))}
        </>
      )}
    </DraftFrame>
  );
}
