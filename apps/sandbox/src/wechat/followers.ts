import { createHash } from 'node:crypto';
import type { Population } from '../population/population';
import type { Person } from '../population/person';
import { own } from '../state/own';
import type { StateStore } from '../state/store';

/** The featured resident whom only an SMS reaches. */
const FEATURED_WITHOUT_FOLLOWING = 'he-zhiqiang';
const FOLLOWING_SHARE = 0.7;

const followsByDefault = ({ personId, featured }: Person): boolean =>
  featured
    ? personId !== FEATURED_WITHOUT_FOLLOWING
    : createHash('sha256').update(personId).digest().readUInt32BE(0) / 2 ** 32 < FOLLOWING_SHARE;

/** Who follows the official account. */
export class Followers {
  constructor(
    private readonly store: StateStore,
    private readonly population: Population,
  ) {}

  includes(person: Person): boolean {
    return own(this.store.state.follows, person.personId) ?? followsByDefault(person);
  }

  set({ personId }: Person, follows: boolean): void {
    this.store.state.follows[personId] = follows;
    this.store.changed();
  }

  all(): Person[] {
    return this.population.people.filter((person) => this.includes(person));
  }
}
