import { z, Cursor, Id, Instant } from '../schema';
import { defineRoute } from '../route';

/** An in-app message. `page` is where it leads inside the mini-program, such as `packages/apply/eligibility/index?serviceId=…`. */
export const Message = z.object({ id: Id, at: Instant, title: z.string(), text: z.string(), page: z.optional(z.string()), verb: z.optional(z.string()), read: z.boolean() });
export type Message = z.infer<typeof Message>;

export const listMessages = defineRoute({
  method: 'GET', path: '/messages', summary: '消息', auth: 'resident', query: z.object({ cursor: z.optional(Cursor) }),
  response: z.object({ messages: z.array(Message), next: z.optional(z.string()), unread: z.int() }), errors: ['invalid-request'],
});

export const readMessage = defineRoute({
  method: 'POST', path: '/messages/:messageId/read', summary: '标为已读', auth: 'resident', params: z.object({ messageId: Id }),
  response: z.object({ done: z.literal(true) }), errors: ['not-found'],
});

export const readAllMessages = defineRoute({ method: 'POST', path: '/messages/read', summary: '全部标为已读', auth: 'resident', response: z.object({ done: z.literal(true) }), errors: [] });
