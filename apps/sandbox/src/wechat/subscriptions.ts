import type { Person } from '../population/person';
import { own } from '../state/own';
import type { StateStore } from '../state/store';

export type SubscribeAnswer = 'accept' | 'reject';

/**
 * Which subscribe messages each person lets through. A public service may use long-term templates:
 * an acceptance holds until the person takes it back.
 */
export class Subscriptions {
  constructor(private readonly store: StateStore) {}

  /** @returns undefined when the person was never asked */
  answerOf({ personId }: Person, templateId: string): SubscribeAnswer | undefined {
    return own(own(this.store.state.subscriptions, personId) ?? {}, templateId);
  }

  answer({ personId }: Person, templateIds: readonly string[], answer: SubscribeAnswer): void {
    const answers = { ...own(this.store.state.subscriptions, personId) };
    for (const templateId of templateIds) answers[templateId] = answer;
    this.store.state.subscriptions[personId] = answers;
    this.store.changed();
  }
}
