import { randomUUID } from 'node:crypto';
import type { Person } from '../population/person';
import type { PhoneMessage } from '../state/state';
import type { StateStore } from '../state/store';
import type { SandboxClock } from '../time/clock';

const KEPT_PER_PHONE = 200;

type Arrival = Omit<PhoneMessage, 'id' | 'at'>;

/** What arrived on each phone, newest last. */
export class Inbox {
  constructor(
    private readonly store: StateStore,
    private readonly clock: SandboxClock,
  ) {}

  /** @param phone eleven digits, without the country code; nobody of the population need have it */
  receiveSms(phone: string, arrival: Omit<Arrival, 'channel'>): PhoneMessage {
    return this.append(this.store.state.sms, phone, { ...arrival, channel: 'sms' });
  }

  receiveWechat({ personId }: Person, arrival: Arrival): PhoneMessage {
    return this.append(this.store.state.wechatMessages, personId, arrival);
  }

  smsOf(phone: string): readonly PhoneMessage[] {
    return this.store.state.sms[phone] ?? [];
  }

  /** Everything on a person's phone, newest first. */
  of({ personId, phone }: Person): PhoneMessage[] {
    const wechat = this.store.state.wechatMessages[personId] ?? [];
    return [...this.smsOf(phone), ...wechat].reverse().sort((a, b) => b.at - a.at);
  }

  clear({ personId, phone }: Person): void {
    delete this.store.state.sms[phone];
    delete this.store.state.wechatMessages[personId];
    this.store.changed();
  }

  private append(boxes: Record<string, PhoneMessage[]>, key: string, arrival: Arrival): PhoneMessage {
    const message = { ...arrival, id: randomUUID(), at: this.clock.now() };
    boxes[key] = [...(boxes[key] ?? []), message].slice(-KEPT_PER_PHONE);
    this.store.changed();
    return message;
  }
}
