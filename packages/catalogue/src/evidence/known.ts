import type { FieldValues } from '@yuezheng/shared-types';
import type { City } from '../cities/city';
import type { Facts } from '../facts';
import { currentResidence } from '../rules/registration';

/** Name and id number, as the population register has them. */
export const knownPerson = ({ person }: Facts): Record<string, string> => ({ name: person.name, idNumber: person.idNumber });

/** The address under which the person is registered in the city, as an answer to an address field. */
export const registeredAddress = (facts: Facts, city: City): FieldValues => {
  const residence = currentResidence(facts, city.code);
  return residence ? { address: { district: residence.current.district, detail: residence.current.address } } : {};
};
