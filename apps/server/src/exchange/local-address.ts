import { cityByCode, districtsOf } from '@yuezheng/catalogue';
import type { ResidenceRegistration } from './payloads';

const without = (text: string, head: string): string => (head !== '' && text.startsWith(head) && text.length > head.length ? text.slice(head.length) : text);

/**
 * Brings the systems' addresses to one form, so that they can be compared and edited: without the city, and without the
 * district in which the person is registered there. An address in another district keeps its name, and so differs.
 */
export const localAddresses = (registrations: readonly ResidenceRegistration[]) => {
  const home = (city: string): string => registrations.find((record) => record.city === city && record.status === 'active')?.district ?? '';
  return <T extends { readonly city: string; readonly address: string }>(record: T): T => ({
    ...record,
    address: without(without(record.address, cityByCode(record.city)?.name ?? ''), home(record.city)),
  });
};

/** GB/T 2260 code of a district that a system gives by name; the city's own where the name is not known. */
export const districtCodeOf = (city: string, district: string): string =>
  districtsOf({ code: city, name: cityByCode(city)?.name ?? '' }).find(({ code, name }) => name === district || code === district)?.code ?? city;
