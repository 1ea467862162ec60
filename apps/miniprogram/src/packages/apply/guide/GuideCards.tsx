import { Text, View } from '@tarojs/components';
import type { Guide } from '@yuezheng/shared-types';
import { useState } from 'react';
import { Card, FieldRow, Icon, Tap } from '../../../components';
import './index.scss';

/** The guide in the order in which people ask: what is it, can I, what do I need, how, on what ground. */
export function GuideCards({ guide }: { readonly guide: Guide }) {
  return (
    <>
      <Card look="tint">
        <Text className="yz-guide__summary">{guide.summary}</Text>
      </Card>
      <Card title="谁可以办">
        <Points points={guide.who} />
      </Card>
      <Card title="办理条件">
        <Points points={guide.conditions} />
      </Card>
      <Card title="需要的材料">
        {guide.materials.map(({ title, note }) => (
          <View key={title} className="yz-guide__entry">
            <Text className="yz-guide__name">{title}</Text>
            <Text className="yz-guide__note">{note}</Text>
          </View>
        ))}
      </Card>
      <Card title="办理步骤">
        {guide.steps.map(({ title, text }, i) => (
          <View key={title} className="yz-guide__step">
            <View className="yz-guide__number">
              <Text>{i + 1}</Text>
            </View>
            <View className="yz-guide__entry">
              <Text className="yz-guide__name">{title}</Text>
              <Text className="yz-guide__note">{text}</Text>
            </View>
          </View>
        ))}
      </Card>
      <Card rows title="费用与时限">
        <FieldRow label="费用" value={guide.fee} tone="own" />
        <FieldRow label="办理时限" value={guide.timeLimit} tone="own" stacked />
      </Card>
      <Card rows title="法律依据">
        {guide.legalBasis.map(({ title, text }) => (
          <Folding key={title} title={title} text={text} />
        ))}
      </Card>
      <Card rows title="常见问题">
        {guide.faq.map(({ question, answer }) => (
          <Folding key={question} title={question} text={answer} />
        ))}
      </Card>
    </>
  );
}

function Points({ points }: { readonly points: readonly string[] }) {
  return (
    <>
      {points.map((point) => (
        <View key={point} className="yz-guide__point">
          <View className="yz-guide__dot" />
          <Text>{point}</Text>
        </View>
      ))}
    </>
  );
}

function Folding({ title, text }: { readonly title: string; readonly text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="yz-folding">
      <Tap className="yz-folding__head" label={`${title}，${open ? '收起' : '展开'}`} onTap={() => setOpen(!open)}>
        <Text className="yz-folding__title">{title}</Text>
        <Icon name="down" size={16} className={open ? 'yz-folding__arrow yz-folding__arrow--open' : 'yz-folding__arrow'} />
      </Tap>
      {open && <Text className="yz-folding__text">{text}</Text>}
    </View>
  );
}
