import { Controller } from '@nestjs/common';
import { listMessages, ok, readAllMessages, readMessage, refuse, type Result, type RouteInput, type RouteOutput } from '@yuezheng/shared-types';
import type { ResidentCaller } from '../platform/auth/caller';
import { Endpoint, Input, Resident } from '../platform/http/endpoint';
import { Inbox } from './inbox';

/** The inbox. Before the real name is verified it is empty. */
@Controller()
export class MessagesController {
  constructor(private readonly inbox: Inbox) {}

  @Endpoint(listMessages)
  async list(@Input() { query }: RouteInput<typeof listMessages>, @Resident() { residentId }: ResidentCaller): Promise<Result<RouteOutput<typeof listMessages>>> {
    return residentId === undefined ? ok({ messages: [], unread: 0 }) : this.inbox.list(residentId, query.cursor);
  }

  @Endpoint(readAllMessages)
  async readAll(@Resident() { residentId }: ResidentCaller): Promise<{ done: true }> {
    if (residentId !== undefined) await this.inbox.readAll(residentId);
    return { done: true };
  }

  @Endpoint(readMessage)
  async read(@Input() { params }: RouteInput<typeof readMessage>, @Resident() { residentId }: ResidentCaller): Promise<Result<{ done: true }>> {
    return residentId === undefined ? refuse('not-found') : this.inbox.read(residentId, params.messageId);
  }
}
