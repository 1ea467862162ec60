import type { SeededRandom } from '../random/seeded';
import type { LocalDate } from '../time/local-date';
import { phoneNumberAt } from './assemble';
import type { Home, Scene } from './building-blocks';
import { DocumentRegister, documentTypeOf } from './documents';
import type { Person } from './person';
import type { PersonRecords } from './records';
import { noRecords } from './records';
import { recordsFor } from './situations';

/** Who someone is, before numbers and records are given out. */
export interface Draft extends Pick<
  Person,
  | 'personId'
  | 'name'
  | 'sex'
  | 'ethnicity'
  | 'household'
  | 'birthDate'
  | 'archetype'
  | 'city'
  | 'district'
  | 'address'
  | 'featured'
> {
  /** A number that is fixed by hand. */
  idNumber?: string;
  /** Where a story asks for records of its own. */
  records?: (scene: Scene) => Partial<PersonRecords>;
}

/** Completes drafts into people, in order: numbers depend on how many were completed before. */
export class PersonCompleter {
  private readonly documents = new DocumentRegister();
  private completed = 0;

  constructor(
    private readonly referenceDay: LocalDate,
    reservedNumbers: readonly string[],
  ) {
    for (const number of reservedNumbers) this.documents.reserve(number);
  }

  /** @param formerHome a home in another city, for those who moved */
  complete(draft: Draft, random: SeededRandom, formerHome: Home): Person {
    const { records: ownRecords, idNumber, ...who } = draft;
    const home = homeOf(draft);
    const scene: Scene = { home, referenceDay: this.referenceDay, random };
    this.completed += 1;
    return {
      ...who,
      documentType: documentTypeOf(who.archetype),
      idNumber: idNumber ?? this.drawNumber(random, draft),
      phone: phoneNumberAt(this.completed),
      guardianIds: [],
      wardIds: [],
      records:
        ownRecords === undefined
          ? recordsFor(who.archetype, scene, { birthDate: who.birthDate, formerHome })
          : { ...noRecords(), ...ownRecords(scene) },
    };
  }

  private drawNumber(random: SeededRandom, { household, birthDate, sex, archetype }: Draft): string {
    return household === undefined
      ? this.documents.travelPermitNumber(random, archetype)
      : this.documents.citizenNumber(random, household.code, birthDate, sex);
  }
}

const homeOf = ({ city, district, address }: Draft): Home => ({
  cityCode: city.code,
  cityName: city.name,
  districtName: district.name,
  address,
});
