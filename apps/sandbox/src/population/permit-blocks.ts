import type { HkMacaoTaiwanPermit, PermitHistoryEntry } from '../exchange/payloads';
import type { LocalDate } from '../time/local-date';
import { addDays, addMonths } from '../time/local-date';
import type { Scene } from './building-blocks';
import { checkCharacter } from './identity-number';

/**
 * A permit issued at a counter some years ago and endorsed until `validUntil`.
 *
 * @param years full years since the first issue, at least one
 */
export const issuedPermit = (
  scene: Scene,
  validUntil: LocalDate,
  years: number,
  status: PermitHistoryEntry['status'],
): PermitHistoryEntry => {
  const issuedOn = addMonths(validUntil, -12 * years);
  return {
    number: `${scene.home.cityCode}${issuedOn.slice(2, 4)}${String(scene.random.between(1, 99_999_999)).padStart(8, '0')}`,
    city: scene.home.cityCode,
    district: scene.home.districtName,
    address: scene.home.address,
    issuedOn,
    validUntil,
    residenceSince: addMonths(issuedOn, -6),
    status,
  };
};

/** The residence permit of people from Hong Kong, Macao and Taiwan (港澳台居民居住证), valid five years. */
export const hkMacaoTaiwanPermit = (
  scene: Scene,
  regionCode: '810000' | '820000' | '830000',
  birthDate: LocalDate,
): HkMacaoTaiwanPermit => {
  const body = `${regionCode}${birthDate.replaceAll('-', '')}${String(scene.random.between(1, 999)).padStart(3, '0')}`;
  const issuedOn = addDays(scene.referenceDay, -scene.random.between(200, 900));
  return {
    number: body + checkCharacter(body),
    city: scene.home.cityCode,
    issuedOn,
    validUntil: addMonths(issuedOn, 60),
  };
};
