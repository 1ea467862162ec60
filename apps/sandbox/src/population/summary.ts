import type { DocumentType } from '../exchange/payloads';
import type { Archetype } from './archetypes';
import { archetypeLabel, describePerson } from './describe';
import type { Sex } from './identity-number';
import type { Person } from './person';

/** A person as lists show them. Addresses of pages are relative to the sandbox's root. */
export interface PersonSummary {
  personId: string;
  name: string;
  sex: Sex;
  birthDate: string;
  documentType: DocumentType;
  idNumber: string;
  phone: string;
  /** For example 广州市. */
  city: string;
  cityCode: string;
  district: string;
  address: string;
  archetype: Archetype;
  archetypeLabel: string;
  description: string;
  featured: boolean;
  phoneUrl: string;
  portraitUrl: string;
}

export const summarise = (person: Person): PersonSummary => ({
  personId: person.personId,
  name: person.name,
  sex: person.sex,
  birthDate: person.birthDate,
  documentType: person.documentType,
  idNumber: person.idNumber,
  phone: person.phone,
  city: person.city.name,
  cityCode: person.city.code,
  district: person.district.name,
  address: person.address,
  archetype: person.archetype,
  archetypeLabel: archetypeLabel(person),
  description: describePerson(person),
  featured: person.featured,
  phoneUrl: `phones/${person.personId}`,
  portraitUrl: `portraits/${person.personId}.jpg`,
});
