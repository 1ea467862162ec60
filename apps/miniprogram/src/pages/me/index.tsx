import type { Me } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { Button, Card, Icon, ListRow, Page, QueryView, SkeletonCards, Tag, Tap } from '../../components';
import { isLoggedOut } from '../../features/session/logged-out';
import { useMe } from '../../features/session/use-me';
import { useReread } from '../../features/use-reread';
import { openPage } from '../../platform';
import { pages } from '../../pages';
import { getMe } from '@yuezheng/shared-types';
import './index.scss';

/** 我的: who one is, what one has going, and how the app behaves. */
export default function MePage() {
  const me = useMe();
  useReread(getMe);
  return (
    <Page title="我的" tab offlineText="没有网络，启用过的证照仍可在“亮证”出示。">
      {isLoggedOut(me.error) ? (
        <Visitor />
      ) : (
        <QueryView query={me} what="个人信息" skeleton={<SkeletonCards count={2} lines={3} />}>
          {(who) => <Resident me={who} />}
        </QueryView>
      )}
      <Card rows>
        <ListRow icon="settings" title="设置" text="长辈模式、外观、消息提醒、退出登录" onTap={() => openPage(pages.settings)} />
        <ListRow icon="info" title="关于粤证" onTap={() => openPage(pages.about)} />
      </Card>
    </Page>
  );
}

function Visitor() {
  return (
    <Card>
      <View className="yz-me__who">
        <Avatar />
        <View className="yz-me__words">
          <Text className="yz-me__name">还没有登录</Text>
          <Text className="yz-me__number">登录后可查看办件、证照和消息。</Text>
        </View>
        <Button size="small" onTap={() => openPage(pages.login)}>
          去登录
        </Button>
      </View>
    </Card>
  );
}

function Resident({ me }: { readonly me: Me }) {
  return (
    <>
      <Card>
        <Identity me={me} />
      </Card>
      {me.wards.length > 0 && (
        <Card rows title="由我代办的人">
          {me.wards.map(({ id, name, idNumber, relation }) => (
            <ListRow key={id} icon="people" title={name} text={idNumber} aside={relation} />
          ))}
        </Card>
      )}
      <Card rows>
        <ListRow icon="document" title="我的办件" text="进度、补件、结果" onTap={() => openPage(pages.cases)} />
        <ListRow icon="edit" title="草稿" text="接着填写没有提交的申请" onTap={() => openPage(pages.services)} />
        <ListRow icon="folder" title="数字空间" text="添加证照" onTap={() => openPage(pages.digitalSpace)} />
        <ListRow
          icon="mail"
          title="消息"
          aside={me.unreadMessages > 0 ? <Tag tone="danger" text={`${me.unreadMessages} 条未读`} /> : undefined}
          onTap={() => openPage(pages.messages)}
        />
      </Card>
    </>
  );
}

function Identity({ me }: { readonly me: Me }) {
  if (!me.verified) {
    return (
      <View className="yz-me__who">
        <Avatar />
        <View className="yz-me__words">
          <Text className="yz-me__name">{me.phone ?? '已登录'}</Text>
          <Text className="yz-me__number">还没有实名认证</Text>
        </View>
        <Button size="small" onTap={() => openPage(pages.realName)}>
          去认证
        </Button>
      </View>
    );
  }
  return (
    <Tap className="yz-me__who" onTap={() => openPage(pages.realName)}>
      <Avatar />
      <View className="yz-me__words">
        <View className="yz-me__title">
          <Text className="yz-me__name">{me.name}</Text>
          <Tag tone="ok" text="已实名" />
        </View>
        <View className="yz-me__numbers">
          {[me.idNumber, me.phone].map((number) => number !== undefined && <Text key={number} className="yz-me__number">{number}</Text>)}
        </View>
      </View>
      <Icon name="chevron" size={16} className="yz-me__arrow" />
    </Tap>
  );
}

function Avatar() {
  return (
    <View className="yz-me__avatar">
      <Icon name="user" size={28} />
    </View>
  );
}
