import { logout, saveSubscriptions } from '@yuezheng/shared-types';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { api, session } from '../../../api';
import { Button, Card, FieldRow, ListRow, Notice, Page, Switch, Tap } from '../../../components';
import { OptionList } from '../../../fields';
import { usePreferences, type Appearance } from '../../../features/preferences';
import { useConfig } from '../../../features/session/use-config';
import { useMe } from '../../../features/session/use-me';
import { askToSubscribe, hasWechat, openPage } from '../../../platform';
import { pages } from '../../../pages';

const APPEARANCES: readonly { readonly value: Appearance; readonly label: string; readonly note?: string }[] = [
  { value: 'system', label: '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
  { value: 'contrast', label: '高对比度', note: '文字和背景反差更大，更容易看清' },
];

/** How the app looks, whether it reminds, and the way out. */
export default function SettingsPage() {
  const { elder, setElder, appearance, setAppearance } = usePreferences();
  const me = useMe();
  return (
    <Page title="设置">
      <Card rows>
        <Tap role="switch" checked={elder} label={`长辈模式，${elder ? '已开启' : '已关闭'}`} onTap={() => setElder(!elder)}>
          <ListRow icon="text" title="长辈模式" text="文字和按钮放大到 1.3 倍" aside={<Switch on={elder} />} />
        </Tap>
      </Card>
      <Card title="外观">
        <OptionList options={APPEARANCES} chosen={appearance} onChoose={(value) => setAppearance(APPEARANCES.find((one) => one.value === value)?.value ?? 'system')} />
      </Card>
      {me.data && <Reminders />}
      {me.data && <LogOut />}
    </Page>
  );
}

/** WeChat asks once for each message that may be sent, and only after a tap. */
function Reminders() {
  const templates = useConfig()?.subscribeTemplates ?? [];
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'warning'; readonly text: string }>();
  const subscribe = async (ids: readonly string[]) => {
    const accepted = await askToSubscribe(ids);
    if (accepted.length === 0) return setSaid({ tone: 'warning', text: '没有开启微信提醒，仍会用短信和“消息”告诉您。' });
    const answer = await api.call(saveSubscriptions, { body: { accepted } });
    setSaid(answer.ok ? { tone: 'ok', text: `已开启 ${accepted.length} 项提醒。` } : { tone: 'warning', text: answer.problem.sentence });
  };
  return (
    <Card rows title="消息提醒">
      {templates.map(({ id, title }) =>
        hasWechat ? (
          <ListRow key={id} icon="bell" title={title} aside="开启" onTap={() => subscribe([id])} />
        ) : (
          <FieldRow key={id} label={title} value="短信和“消息”" tone="own" />
        ),
      )}
      {said && <Notice tone={said.tone} text={said.text} />}
      {hasWechat ? (
        <Button kind="plain" onTap={() => subscribe(templates.map(({ id }) => id))}>
          全部开启
        </Button>
      ) : (
        <Notice tone="info" text="在微信中打开可开启微信提醒；在浏览器中，会用短信和“消息”告诉您。" />
      )}
    </Card>
  );
}

function LogOut() {
  const leave = async () => {
    // The session ends on this phone even if the server cannot be told.
    await api.call(logout, {});
    session.end();
    await openPage(pages.home);
  };
  return (
    <>
      <Button kind="danger" onTap={leave}>
        退出登录
      </Button>
      <Text className="yz-field__hint">退出后，此手机不能再出示证照，草稿保存在您的账号中。</Text>
    </>
  );
}
