import { Global, Module } from '@nestjs/common';
import { UnreadMessages } from '../accounts/unread-messages';
import { DeliveryTasks } from './delivery.tasks';
import { Followers } from './followers';
import { Inbox } from './inbox';
import { MessagesController } from './messages.controller';
import { Notifier } from './notifier.service';
import { Senders } from './senders';

/** The inbox of the app, and the ways by which a message leaves it. */
@Global()
@Module({
  controllers: [MessagesController],
  providers: [DeliveryTasks, Followers, Inbox, Notifier, Senders, { provide: UnreadMessages, useExisting: Inbox }],
  exports: [Inbox, Notifier, UnreadMessages],
})
export class MessagesModule {}
