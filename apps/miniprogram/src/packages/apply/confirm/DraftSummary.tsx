import { Text, View } from '@tarojs/components';
import type { DraftStep } from '@yuezheng/shared-types';
import { Card, FieldRow, isLongValue, Tag, Tap } from '../../../components';
import { materialsOf, summaryOf } from '../../../features/drafts/summary';
import type { DraftStepView } from '../../../features/drafts/use-draft-step';
import { FormPortrait, UploadedPicture } from '../../../fields';

interface DraftSummaryProps {
  readonly view: DraftStepView;
  /** Absent: nothing can be changed. */
  readonly onEdit?: (step: DraftStep) => unknown;
}

/** What is about to be submitted, a card for each page of the form. */
export function DraftSummary({ view: { state, fieldContext, steps, conditions }, onEdit }: DraftSummaryProps) {
  const { draft, form } = state;
  const situation = draft.definition.situations.find(({ id }) => id === form.situation);
  const note = draft.eligibility.situations.find(({ id }) => id === form.situation)?.note;
  const editOf = (step: DraftStep, name: string) => onEdit && steps.includes(step) && <Edit name={name} onTap={() => onEdit(step)} />;
  const materials = materialsOf(draft, form);
  return (
    <>
      {situation && (
        <Card title="情形" aside={editOf('situation', '情形')}>
          <View className="yz-confirm__situation">
            <Text>{situation.title}</Text>
            {conditions.exempt && <Tag tone="ok" text="免材料" />}
          </View>
          {note !== undefined && note !== '' && <Text className="yz-confirm__note">{note}</Text>}
        </Card>
      )}
      {summaryOf(draft, form, fieldContext).map((section) => (
        <Card key={section.id} rows title={section.title} aside={editOf('form', section.title)}>
          {!onEdit && section.lead !== '' && <Text className="yz-confirm__note">{section.lead}</Text>}
          {section.rows.map((row) => (
            <FieldRow
              key={row.id}
              label={row.label}
              value={row.photo === undefined ? row.value : <Photo fileId={row.photo} text={row.value} onRecord={fieldContext.portrait} />}
              tone={row.known ? 'known' : 'own'}
              stacked={isLongValue(row.value)}
            />
          ))}
        </Card>
      ))}
      {materials.length > 0 && (
        <Card title="材料" aside={editOf('materials', '材料')}>
          {materials.map((material) => (
            <View key={material.id} className="yz-confirm__material">
              <Text className="yz-confirm__note">
                {material.title}，{material.files.length} 张
              </Text>
              <View className="yz-material__pictures">
                {material.files.map((fileId, i) => (
                  <UploadedPicture key={fileId} fileId={fileId} name={`${material.title}第 ${i + 1} 张`} />
                ))}
              </View>
            </View>
          ))}
        </Card>
      )}
    </>
  );
}

function Photo({ fileId, text, onRecord }: { readonly fileId: string; readonly text: string; readonly onRecord: string | undefined }) {
  return (
    <View className="yz-confirm__photo">
      <Text>{text}</Text>
      <FormPortrait fileId={fileId} onRecord={onRecord} />
    </View>
  );
}

function Edit({ name, onTap }: { readonly name: string; readonly onTap: () => unknown }) {
  return (
    <Tap className="yz-confirm__edit" label={`修改${name}`} onTap={onTap}>
      修改
    </Tap>
  );
}
