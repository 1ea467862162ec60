import type { AddressValue, Comparison } from '@yuezheng/shared-types';
import { cityByCode } from '../cities';
import { districtName } from '../divisions';
import type { Facts } from '../facts';
import { lastEmployer, unbrokenMonths } from '../rules/insurance';
import { currentResidence } from '../rules/registration';
import type { FiledCase } from '../service';

type Row = Omit<Comparison, 'sensitive' | 'result'> & { result?: Comparison['result']; sensitive?: boolean };

const plain = (text: string): string => text.replace(/[\s·,，.。()（）-]/g, '').replace(/[Ａ-Ｚａ-ｚ０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Equal but for spaces and punctuation; one within the other is left to the official. */
const compare = (declared: string, found: string): Comparison['result'] => {
  if (found === '') return 'absent';
  if (plain(declared) === plain(found)) return 'match';
  return plain(declared).includes(plain(found)) || plain(found).includes(plain(declared)) ? 'judge' : 'mismatch';
};

const row = (entry: Row): Comparison => ({ ...entry, sensitive: entry.sensitive ?? false, result: entry.result ?? compare(entry.declared, entry.found) });

/** The person, as registered. */
export const personRows = (facts: Facts): Comparison[] => [
  row({ id: 'name', label: '姓名', declared: facts.person.name, found: facts.person.name, source: '人口库' }),
  row({ id: 'idNumber', label: '公民身份号码', declared: facts.person.idNumber, found: facts.person.idNumber, source: '人口库 · 实名认证', sensitive: true }),
  row({ id: 'household', label: '户籍所在地', declared: facts.person.household.text, found: facts.person.household.text, source: '人口库' }),
];

/** `天河区 · 体育西路 103 号`; a district that nobody knows is left out. */
const addressText = (city: string, { district, detail }: AddressValue): string => {
  const name = districtName({ code: city, name: cityByCode(city)?.name ?? '' }, district);
  return [name, detail].filter((part) => part !== '').join(' · ');
};

/** The same street in another district is another place. A source that says the city and no district is compared without one. */
const compareAddress = (city: string, declared: AddressValue, found: AddressValue | undefined): Comparison['result'] => {
  if (!found) return 'absent';
  const elsewhere = found.district !== city && declared.district !== found.district;
  return elsewhere ? 'mismatch' : compare(declared.detail, found.detail);
};

/** Registration, insurance, lease and the address declared. */
export const residenceRows = (filed: FiledCase, facts: Facts): Comparison[] => {
  const residence = currentResidence(facts, filed.city);
  const months = unbrokenMonths(facts, filed.city);
  const lease = facts.leases.find((record) => record.city === filed.city && record.from <= facts.today && record.to >= facts.today);
  const registered = residence && { district: residence.current.district, detail: residence.current.address };
  // The sources name the district once, with the registration: what stands without one lies there.
  const leased = lease && { district: registered?.district ?? filed.city, detail: lease.address };
  const declared = typeof filed.values.address === 'object' ? filed.values.address : registered;
  const addressRow = (id: string, label: string, source: string, found: AddressValue | undefined): Comparison =>
    row({
      id, label, source, declared: declared ? addressText(filed.city, declared) : '', found: found ? addressText(filed.city, found) : '',
      result: declared ? compareAddress(filed.city, declared, found) : found ? 'judge' : 'absent',
    });
  return [
    row({ id: 'registration', label: '居住登记', declared: residence ? `${residence.from} 起` : '—', found: residence ? `${residence.from} 起` : '', source: '居住登记系统' }),
    row({ id: 'insurance', label: '社会保险', declared: months > 0 ? `连续 ${months} 个月` : '—', found: months > 0 ? `连续 ${months} 个月` : '', source: '社保参保缴费记录' }),
    addressRow('lease', '租赁备案', '房屋租赁备案', leased),
    addressRow('address', '申报地址', '居住登记系统', registered),
  ];
};

/** The employer that the person wrote, beside the one who pays the insurance. */
export const employerRows = (filed: FiledCase, facts: Facts): Comparison[] => {
  const declared = filed.values.employer;
  if (typeof declared !== 'string' || declared === '') return [];
  const found = lastEmployer(facts, filed.city) ?? facts.employment.find((record) => record.city === filed.city)?.employer ?? '';
  return [row({ id: 'employer', label: '工作单位', declared, found, source: '社保参保缴费记录' })];
};

/** The portrait: on record, or uploaded and to be looked at. */
export const photoRows = (filed: FiledCase, facts: Facts): Comparison[] => {
  const uploaded = typeof filed.values.photo === 'string' && filed.values.photo !== '';
  const found = facts.photoTakenOn ? `人口库 ${facts.photoTakenOn.slice(0, 7)}` : '';
  return [row({ id: 'photo', label: '照片', declared: uploaded ? '本次上传' : '使用留存照片', found, source: '人口库照片', result: uploaded ? 'judge' : found ? 'match' : 'absent' })];
};
