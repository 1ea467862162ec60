import { cityByCode, districtsOf } from '@yuezheng/catalogue';
import type { FieldCipher } from '../platform/crypto/field-cipher';
import type { PermitRow } from './permit-row';

const addressContext = (holderId: string) => ({ field: 'permits.address', owner: holderId });

export const sealAddress = (cipher: FieldCipher, holderId: string, address: string): Buffer => cipher.seal(addressContext(holderId), address);

export const openAddress = (cipher: FieldCipher, { holderId, address }: Pick<PermitRow, 'holderId' | 'address'>): string =>
  cipher.open(addressContext(holderId), address);

export const cityName = (code: string): string => cityByCode(code)?.name ?? code;

/** `440106` → `天河区`; a city without districts stands for itself. */
export function districtName(city: string, district: string): string {
  return districtsOf({ code: city, name: cityName(city) }).find(({ code }) => code === district)?.name ?? cityName(city);
}

/** The address as the permit prints it, from the city on: registered addresses carry city and district already. */
export function wholeAddress(city: string, district: string, detail: string): string {
  const [cityPart, districtPart] = [cityName(city), districtName(city, district)];
  if (detail.startsWith(cityPart)) return detail;
  const below = districtPart === cityPart || detail.startsWith(districtPart) ? detail : districtPart + detail;
  return cityPart + below;
}
