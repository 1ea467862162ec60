import type { DocumentType } from '../exchange/payloads';
import type { Division, HouseholdPlace } from '../places/divisions';
import type { LocalDate } from '../time/local-date';
import type { Archetype } from './archetypes';
import type { Sex } from './identity-number';
import type { PersonRecords } from './records';

/** An invented resident of Guangdong, with all that the outside world knows of them. */
export interface Person {
  /** For example `lin-xiaolan` or `440100-017`; the same on every run. */
  personId: string;
  name: string;
  sex: Sex;
  /** Absent, as is `household`, for people of Hong Kong, Macao and Taiwan. */
  ethnicity?: string;
  household?: HouseholdPlace;
  birthDate: LocalDate;
  documentType: DocumentType;
  idNumber: string;
  /** In 154…, which no operator has been given. */
  phone: string;
  city: Division;
  district: Division;
  address: string;
  archetype: Archetype;
  featured: boolean;
  /** One of the `personId`s; both ends name each other. */
  guardianIds: string[];
  wardIds: string[];
  records: PersonRecords;
}
