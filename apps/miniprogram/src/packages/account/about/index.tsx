import { Text } from '@tarojs/components';
import { Card, FieldRow, Page } from '../../../components';

const NOTES: readonly { readonly title: string; readonly text: string }[] = [
  { title: '粤证是什么', text: '在手机上申领、签注和出示广东省居住证。电子居住证与实体证同等效力。' },
  { title: '亮证码为什么一直在变', text: '每 5 秒由您的手机重新签名。截图、转发的码会被窗口拒绝，没有网络也能出示。' },
  { title: '您的个人信息', text: '证件号码、手机号码和材料加密保存，只在办理和核验时使用。窗口每次核验都会记入“查验记录”，您随时可以查看。' },
];

/** What this is and what it does with one's data. */
export default function AboutPage() {
  return (
    <Page title="关于粤证">
      {NOTES.map(({ title, text }) => (
        <Card key={title} title={title}>
          <Text>{text}</Text>
        </Card>
      ))}
      <Card rows>
        <FieldRow label="版本" value="0.1.0" />
      </Card>
    </Page>
  );
}
