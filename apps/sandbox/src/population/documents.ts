import type { DocumentType } from '../exchange/payloads';
import type { SeededRandom } from '../random/seeded';
import type { LocalDate } from '../time/local-date';
import type { Archetype } from './archetypes';
import type { Sex } from './identity-number';
import { identityNumber } from './identity-number';

/** Gives out document numbers, no number twice. */
export class DocumentRegister {
  private readonly given = new Set<string>();

  /** A citizen identity number, GB 11643. */
  citizenNumber(random: SeededRandom, divisionCode: string, birthDate: LocalDate, sex: Sex): string {
    return this.firstFree((attempt) =>
      identityNumber(divisionCode, birthDate, (random.between(5, 400) + attempt) % 500, sex),
    );
  }

  /** A travel permit number: H or M and eight digits, or eight digits for people from Taiwan. */
  travelPermitNumber(random: SeededRandom, archetype: Archetype): string {
    const prefix = { 'hk-resident': 'H', 'macao-resident': 'M' }[archetype as string] ?? '';
    return this.firstFree(() => prefix + String(random.between(10_000_000, 99_999_999)));
  }

  /** Reserves a number that was written by hand. */
  reserve(number: string): string {
    this.given.add(number);
    return number;
  }

  private firstFree(draw: (attempt: number) => string): string {
    for (let attempt = 0; ; attempt += 1) {
      const number = draw(attempt);
      if (!this.given.has(number)) return this.reserve(number);
    }
  }
}

export const documentTypeOf = (archetype: Archetype): DocumentType => {
  if (archetype === 'taiwan-resident') return 'taiwan-travel-permit';
  if (archetype === 'hk-resident' || archetype === 'macao-resident') return 'hk-macao-travel-permit';
  return 'identity-card';
};
