import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { getHome, RouteOutput } from '@yuezheng/shared-types';
import { UnreadMessages } from '../../accounts/unread-messages';
import { Clock } from '../../platform/clock/clock';
import { Permits } from '../permits.service';
import { PermitStore } from '../permit-store';
import { HomeTodoSource } from './todo-source';

type HomeView = RouteOutput<typeof getHome>;

/** What the home page shows of a resident, in one call. */
@Injectable()
export class Home {
  constructor(
    private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
    private readonly store: PermitStore,
    private readonly permits: Permits,
    private readonly unread: UnreadMessages,
  ) {}

  /** Before the real name is verified there is nothing to show. */
  async of(residentId: string | undefined, city: string): Promise<HomeView> {
    if (residentId === undefined) return { todos: [], unreadMessages: 0 };
    const today = this.clock.today();
    const [permit, todos, unreadMessages] = await Promise.all([
      this.permit(residentId, city),
      Promise.all(this.sources().map((source) => source.todos(residentId, today, city))),
      this.unread.count(residentId),
    ]);
    return { ...(permit && { permit }), todos: todos.flat().map((todo) => ({ ...todo })), unreadMessages };
  }

  /** The resident's own permit in the wallet: that of the chosen city, else the newest. */
  private async permit(residentId: string, city: string): Promise<HomeView['permit']> {
    const rows = (await this.store.of([residentId])).filter((row) => row.linkedAt !== null && row.status !== 'cancelled');
    const row = rows.find((candidate) => candidate.city === city) ?? rows[0];
    return row && (await this.permits.cards([row], residentId))[0];
  }

  private sources(): HomeTodoSource[] {
    const found = this.discovery.getProviders().map((wrapper): unknown => wrapper.instance);
    return [...new Set(found.filter((provider) => provider instanceof HomeTodoSource))].sort((a, b) => a.order - b.order);
  }
}
