import { Text, View } from '@tarojs/components';
import { Card, Tag } from '../../../components';
import { OptionList } from '../../../fields';
import { accessible } from '../../../platform';
import type { DraftStepView } from '../../../features/drafts/use-draft-step';
import { DraftFrame } from '../parts/DraftFrame';
import { PageTitle } from '../parts/PageTitle';
import './index.scss';

/** 情形: on which of the grounds that are open to the person. */
export default function SituationPage() {
  return <DraftFrame step="situation">{(view) => <Situations view={view} />}</DraftFrame>;
}

function Situations({ view: { state, issues, keeper } }: { readonly view: DraftStepView }) {
  const { definition, eligibility } = state.draft;
  const issue = issues.find(({ path }) => path === 'situation');
  const open = eligibility.situations.flatMap(({ id, exempt, note }) => {
    const situation = definition.situations.find((one) => one.id === id);
    return situation ? [{ value: id, label: situation.title, note: note || situation.description, tag: exempt ? '免材料' : '需要材料', exempt }] : [];
  });
  return (
    <>
      <PageTitle title="选择您的情形" lead="符合一种就可以。数据已确认的情形不用上传材料。" />
      <View id="situation">
        <Card rows look={issue ? 'bad' : 'plain'}>
          <OptionList
            options={open.map(({ tag, exempt, ...option }) => ({ ...option, aside: <Tag tone={exempt ? 'ok' : 'muted'} text={tag} /> }))}
            chosen={state.form.situation}
            onChoose={keeper.choose}
          />
          {issue && (
            <View className="yz-situation__issue" {...accessible({ role: 'alert' })}>
              <Text>{issue.message}</Text>
            </View>
          )}
        </Card>
      </View>
    </>
  );
}
