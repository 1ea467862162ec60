import { addMonths, type LocalDate } from '@yuezheng/shared-types';
import type { Employment, Facts, HeldPermit, Insurance, OwnedHome, Registration, Schooling } from '../src/facts';

export const TODAY = '2026-11-22';

const GUANGZHOU = '440100';

/** A grown-up from Hunan of whom no system knows anything but her name and face; `changes` says what they know. */
export const factsOf = (changes: Partial<Omit<Facts, 'person'>> & { readonly person?: Partial<Facts['person']> } = {}): Facts => ({
  today: TODAY,
  registrations: [],
  insurance: [],
  employment: [],
  schooling: [],
  ownedHomes: [],
  leases: [],
  photoTakenOn: '2024-03-05',
  ...changes,
  person: {
    documentType: 'citizen-id',
    name: '林晓岚',
    idNumber: '430422199806141121',
    sex: '女',
    ethnicity: '汉族',
    birthDate: '1998-06-14',
    household: { code: '430422', text: '湖南省衡阳市衡南县' },
    phone: '13800006207',
    ...changes.person,
  },
});

export const registered = (from: LocalDate, changes: Partial<Registration> = {}): Registration => ({
  city: GUANGZHOU, district: '440106', address: '体育西路 103 号 A 座 1204 房', from, status: 'active', ...changes,
});

/** Insurance paid for `count` months in a row, the last of them being `until`. */
export const insured = (count: number, until = TODAY.slice(0, 7), city = GUANGZHOU, employer = '广州明岚设计有限公司'): Insurance => ({
  city, employer, months: Array.from({ length: count }, (_, back) => addMonths(`${until}-01`, -back).slice(0, 7)).reverse(),
});

export const employed = (changes: Partial<Employment> = {}): Employment => ({ city: GUANGZHOU, employer: '广州明岚设计有限公司', kind: '劳动用工备案', from: '2026-02-01', ...changes });

export const enrolled = (from: LocalDate, changes: Partial<Schooling> = {}): Schooling => ({
  city: GUANGZHOU, school: '广州市第一中学', stage: '高中二年级', from, continuous: true, ...changes,
});

export const owning = (ownedSince: LocalDate, owner: OwnedHome['owner'] = 'self', city = GUANGZHOU): OwnedHome => ({ city, address: '体育东路 8 号 1501 房', ownedSince, owner });

export const holding = (validUntil: LocalDate, changes: Partial<HeldPermit> = {}): HeldPermit => ({
  id: '0199f1a2-0000-7000-8000-00000000000a', city: GUANGZHOU, district: '440106', address: '体育西路 103 号 A 座 1204 房', validUntil,
  residenceSince: addMonths(validUntil, -12), status: 'valid', ...changes,
});
