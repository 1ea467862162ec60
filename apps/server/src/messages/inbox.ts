import { Injectable } from '@nestjs/common';
import { ok, refuse, type listMessages, type Message, type Result, type RouteOutput } from '@yuezheng/shared-types';
import { UnreadMessages } from '../accounts/unread-messages';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { Database } from '../platform/database/database';
import { pageOf, placeOf } from '../platform/http/cursor';
import { openContent } from './content';

interface MessageRow {
  message_id: string;
  content: Buffer;
  page: string | null;
  verb: string | null;
  sent_at: Date;
  read_at: Date | null;
}

const PAGE_SIZE = 20;
const LIST = {
  name: 'messages-list',
  text: `SELECT message_id, content, page, verb, sent_at, read_at FROM messages
         WHERE holder_id = $1 AND ($2::timestamptz IS NULL OR (sent_at, message_id) < ($2, $3::uuid))
         ORDER BY sent_at DESC, message_id DESC LIMIT ${PAGE_SIZE + 1}`,
};
const COUNT_UNREAD = { name: 'messages-unread', text: 'SELECT count(*)::int AS unread FROM messages WHERE holder_id = $1 AND read_at IS NULL' };

/** A resident's messages in the app. */
@Injectable()
export class Inbox extends UnreadMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async list(residentId: string, cursor: string | undefined): Promise<Result<RouteOutput<typeof listMessages>>> {
    const place = placeOf(cursor);
    if (!place.ok) return place;
    const found = await this.database.prepared<MessageRow>(LIST, [residentId, place.value?.at ?? null, place.value?.id ?? null]);
    const { rows, next } = pageOf(found, PAGE_SIZE, (row) => ({ at: row.sent_at, id: row.message_id }));
    return ok({ messages: rows.map((row) => this.view(residentId, row)), ...(next && { next }), unread: await this.count(residentId) });
  }

  async count(residentId: string): Promise<number> {
    const [row] = await this.database.prepared<{ unread: number }>(COUNT_UNREAD, [residentId]);
    return row?.unread ?? 0;
  }

  /** Reading twice changes nothing; somebody else's message is `not-found`. */
  async read(residentId: string, messageId: string): Promise<Result<{ done: true }>> {
    const rows = await this.database.query(
      'UPDATE messages SET read_at = coalesce(read_at, $3) WHERE holder_id = $1 AND message_id = $2 RETURNING 1',
      [residentId, messageId, this.clock.date()],
    );
    return rows.length === 1 ? ok({ done: true }) : refuse('not-found');
  }

  async readAll(residentId: string): Promise<void> {
    await this.database.query('UPDATE messages SET read_at = $2 WHERE holder_id = $1 AND read_at IS NULL', [residentId, this.clock.date()]);
  }

  private view(residentId: string, row: MessageRow): Message {
    const { title, text } = openContent(this.cipher, residentId, row.content);
    return {
      id: row.message_id,
      at: row.sent_at.toISOString(),
      title,
      text,
      ...(row.page && { page: row.page }),
      ...(row.verb && { verb: row.verb }),
      read: row.read_at !== null,
    };
  }
}
