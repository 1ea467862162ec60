import type { AddressValue, Comparison } from '@yuezheng/shared-types';
import { cityByCode } from '../cities';
import { districtName } from '../divisions';
import type { Facts } from '../facts';
import { currentResidence } from '../rules/registration';
import type { FiledCase } from '../service';

type Row = Omit<Comparison, 'sensitive' | 'result'> & { result?: Comparison['result']; sensitive?: boolean };

const plain = (text: string): string => text.replace(/[\s·,，.。()（）-]/g, '').replace(/[Ａ-Ｚａ-ｚ０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Equal but for spaces and punctuation; one within the other is left to the official. */
export const compare = (declared: string, found: string): Comparison['result'] => {
  if (found === '') return 'absent';
  if (plain(declared) === plain(found)) return 'match';
  return plain(declared).includes(plain(found)) || plain(found).includes(plain(declared)) ? 'judge' : 'mismatch';
};

/** A row whose result, where it is not given, is what the two texts say. */
export const row = (entry: Row): Comparison => ({ ...entry, sensitive: entry.sensitive ?? false, result: entry.result ?? compare(entry.declared, entry.found) });

/** What somebody wrote into a text field; nothing where it is empty or asked for something else. */
export const textOf = (value: FiledCase['values'][string] | undefined): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `天河区 · 体育西路 103 号`; a district that nobody knows is left out. */
const addressText = (city: string, { district, detail }: AddressValue): string => {
  const name = districtName({ code: city, name: cityByCode(city)?.name ?? '' }, district);
  return [name, detail].filter((part) => part !== '').join(' · ');
};

/** The same street in another district is another place. A source that says the city and no district is compared without one. */
const compareAddress = (city: string, declared: AddressValue, found: AddressValue): Comparison['result'] => {
  const elsewhere = found.district !== city && declared.district !== found.district;
  return elsewhere ? 'mismatch' : compare(declared.detail, found.detail);
};

/** Where the person is registered in the case's city. */
export const registeredAddress = (filed: FiledCase, facts: Facts): AddressValue | undefined => {
  const residence = currentResidence(facts, filed.city);
  return residence && { district: residence.current.district, detail: residence.current.address };
};

/** An address from a source that names no district: the sources say it once, with the registration, and what stands without one lies there. */
export const addressAt = (filed: FiledCase, facts: Facts, detail: string): AddressValue => ({ district: registeredAddress(filed, facts)?.district ?? filed.city, detail });

/** The address of the application, or where it asks for none the registered one, beside that of a source. */
export const besideAddress = (filed: FiledCase, facts: Facts, found: AddressValue | undefined): Pick<Comparison, 'declared' | 'found' | 'result'> => {
  const declared = typeof filed.values.address === 'object' ? filed.values.address : registeredAddress(filed, facts);
  return {
    declared: declared ? addressText(filed.city, declared) : '',
    found: found ? addressText(filed.city, found) : '',
    result: !found ? 'absent' : declared ? compareAddress(filed.city, declared, found) : 'judge',
  };
};
