import type { Message } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { Button, Card, Empty, ErrorState, Notice, Page, SkeletonCards, Tap } from '../../../components';
import { shortMoment } from '../../../features/clock-words';
import { useMessages } from '../../../features/messages/use-messages';
import { wallNow } from '../../../platform';
import './index.scss';

/** The inbox. Opening a message marks it as read and leads to what it is about. */
export default function MessagesPage() {
  const inbox = useMessages();
  return (
    <Page title="消息" offlineText="没有网络，连上后可查看新消息。">
      {inbox.unread > 0 && (
        <View className="yz-messages__head">
          <Text>{inbox.unread} 条未读</Text>
          <Button size="small" kind="plain" onTap={inbox.readAll}>
            全部标为已读
          </Button>
        </View>
      )}
      {inbox.failed && <Notice tone="danger" text={inbox.failed} />}
      {inbox.problem && inbox.messages.length === 0 ? (
        <ErrorState what="消息" problem={inbox.problem} onRetry={inbox.retry} />
      ) : inbox.loading ? (
        <SkeletonCards count={3} lines={3} />
      ) : inbox.messages.length === 0 ? (
        <Empty icon="mail" title="还没有消息" text="办件有进展、签注快到期时，会在这里告诉您。" />
      ) : (
        inbox.messages.map((message) => <Item key={message.id} message={message} onOpen={() => inbox.open(message)} />)
      )}
      {inbox.more && (
        <Button kind="plain" onTap={inbox.more}>
          查看更早的消息
        </Button>
      )}
    </Page>
  );
}

function Item({ message, onOpen }: { readonly message: Message; readonly onOpen: () => unknown }) {
  return (
    <Tap className="yz-message" label={`${message.read ? '' : '未读，'}${message.title}，${message.text}`} onTap={onOpen}>
      <Card>
        <View className="yz-message__head">
          {!message.read && <View className="yz-message__dot" />}
          <Text className="yz-message__title">{message.title}</Text>
          <Text className="yz-message__time">{shortMoment(message.at, wallNow())}</Text>
        </View>
        <Text className="yz-message__text">{message.text}</Text>
        {message.page !== undefined && <Text className="yz-message__verb">{message.verb ?? '查看详情'}</Text>}
      </Card>
    </Tap>
  );
}
