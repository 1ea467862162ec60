import { getHome, getMe, listMessages, readAllMessages, readMessage, type Message } from '@yuezheng/shared-types';
import { useState } from 'react';
import { api, queryClient, queryKey, type ApiProblem } from '../../api';
import { openPage } from '../../platform';
import { usePages } from '../use-pages';

export interface Inbox {
  readonly messages: readonly Message[];
  readonly unread: number;
  readonly loading: boolean;
  readonly problem?: ApiProblem;
  /** Why the last change did not work. */
  readonly failed?: string;
  retry(): unknown;
  readonly more?: () => Promise<unknown>;
  open(message: Message): Promise<void>;
  readAll(): Promise<void>;
}

const reread = (): void => [listMessages, getMe, getHome].forEach((route) => void queryClient.invalidateQueries({ queryKey: queryKey(route) }));

/** The messages of the person logged in, the latest first. */
export function useMessages(): Inbox {
  const { pages, ...list } = usePages(listMessages, (cursor) => ({ query: { ...(cursor !== undefined && { cursor }) } }));
  const [failed, setFailed] = useState<string>();
  return {
    ...list,
    messages: pages.flatMap(({ messages }) => messages),
    unread: pages[0]?.unread ?? 0,
    ...(failed !== undefined && { failed }),
    async open({ id, page, read }) {
      // What the message is about matters more than its mark: without a network it opens all the same.
      if (!read) void api.call(readMessage, { params: { messageId: id } }).then(reread);
      if (page !== undefined) await openPage(page);
    },
    async readAll() {
      const answer = await api.call(readAllMessages, {});
      setFailed(answer.ok ? undefined : answer.problem.sentence);
      reread();
    },
  };
}
