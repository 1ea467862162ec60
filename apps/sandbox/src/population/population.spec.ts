import { addDays } from '../time/local-date';
import { ARCHETYPES, ARCHETYPE_NAMES } from './archetypes';
import { archetypeLabel, describePerson } from './describe';
import { checkCharacter } from './identity-number';
import { Population } from './population';

const population = new Population('2026-11-22');
const { people } = population;
const citizens = people.filter(({ documentType }) => documentType === 'identity-card');

const allDifferent = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe('the population', () => {
  it('has at least a hundred people in each of the 21 cities', () => {
    expect(population.divisions.cities).toHaveLength(21);
    expect(people.length).toBeGreaterThanOrEqual(2_100);
    for (const { code } of population.divisions.cities) {
      expect(people.filter(({ city }) => city.code === code).length).toBeGreaterThanOrEqual(100);
    }
  });

  it('has every situation in every city', () => {
    for (const { code } of population.divisions.cities) {
      const found = new Set(
        people.filter(({ city }) => city.code === code).map(({ archetype }) => archetype),
      );
      expect([...found].sort()).toEqual([...ARCHETYPE_NAMES].sort());
    }
  });

  it('gives citizens numbers of GB 11643 that agree with household, birthday and sex', () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    for (const { idNumber, household, birthDate, sex } of citizens) {
      expect(idNumber).toMatch(/^\d{17}[\dX]$/);
      expect(idNumber.slice(17)).toBe(checkCharacter(idNumber.slice(0, 17)));
      expect(idNumber.slice(0, 6)).toBe(household?.code);
      expect(idNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
      expect(Number(idNumber[16]) % 2).toBe(sex === 'male' ? 1 : 0);
    }
  });

  it('gives people from outside the mainland travel permits and no household', () => {
    const forms = { 'hk-resident': /^H\d{8}$/, 'macao-resident': /^M\d{8}$/, 'taiwan-resident': /^\d{8}$/ };
    for (const [archetype, form] of Object.entries(forms)) {
      const found = people.filter((person) => person.archetype === archetype);
      expect(found.length).toBeGreaterThanOrEqual(21);
      for (const { idNumber, household, records } of found) {
        expect(idNumber).toMatch(form);
        expect(household).toBeUndefined();
        expect(records.hkMacaoTaiwanPermit?.number).toMatch(/^8[123]\d{15}[\dX]$/);
      }
    }
  });

  it('never gives a number, phone or WeChat identity twice', () => {
    expect(allDifferent(people.map(({ personId }) => personId))).toBe(true);
    expect(allDifferent(people.map(({ idNumber }) => idNumber))).toBe(true);
    expect(allDifferent(people.map(({ phone }) => phone))).toBe(true);
    const users = people.map((person) => population.wechat.userOf(person));
    expect(
      allDifferent(users.flatMap(({ openid, officialOpenid, unionid }) => [openid, officialOpenid, unionid])),
    ).toBe(true);
    for (const { openid } of users) expect(openid).toMatch(/^o[\w-]{27}$/);
  });

  it('uses telephone numbers that look right and that nobody has', () => {
    for (const { phone } of people) expect(phone).toMatch(/^154\d{8}$/);
  });

  it('lets people live in real districts of their city and come from real counties', () => {
    const districts = new Map(population.divisions.cities.map((city) => [city.code, city.districts]));
    const households = new Set(population.divisions.householdPlaces.map(({ text }) => text));
    for (const { city, district, address, household } of people) {
      expect(districts.get(city.code)).toContainEqual(district);
      expect(address.startsWith(city.name + district.name)).toBe(true);
      if (household !== undefined)
        expect(households.has(household.text) || household.code === city.code).toBe(true);
    }
    expect(new Set(people.map(({ household }) => household?.code.slice(0, 2))).size).toBeGreaterThan(25);
  });

  it('makes the same people on every run', () => {
    expect(new Population('2026-11-22').people).toEqual(people);
  });

  it('keeps who people are when the reference day is another, and shifts what happened to them', () => {
    const later = new Population('2027-08-01').people;
    const identity = ({
      personId,
      name,
      sex,
      idNumber,
      phone,
      birthDate,
      address,
      archetype,
    }: (typeof people)[number]) => ({ personId, name, sex, idNumber, phone, birthDate, address, archetype });
    expect(later.map(identity)).toEqual(people.map(identity));
    expect(later[0]?.records.registrations[0]?.from).toBe(addDays('2027-08-01', -224));
  });

  it('links children and guardians both ways, at one address, the guardian grown up', () => {
    const children = people.filter(({ archetype }) => archetype === 'minor-with-guardian');
    expect(children.length).toBeGreaterThanOrEqual(21);
    for (const child of children) {
      const guardian = population.withId(child.guardianIds[0] ?? '');
      expect(guardian?.wardIds).toContain(child.personId);
      expect(guardian?.address).toBe(child.address);
      expect(Number(child.birthDate.slice(0, 4)) - Number(guardian?.birthDate.slice(0, 4))).toBeGreaterThan(
        20,
      );
    }
  });

  it('introduces the featured residents, the one of the drawings first', () => {
    const featured = population.featured();
    expect(featured[0]).toMatchObject({
      name: '林晓岚',
      sex: 'female',
      ethnicity: '汉族',
      household: { code: '430422', text: '湖南省衡阳市衡南县' },
      address: '广州市天河区体育西路 103 号 A 座 1204 房',
    });
    expect(featured[0]?.idNumber).toMatch(/^4304.*21$/);
    expect(featured.length).toBeGreaterThanOrEqual(14);
    for (const person of featured) expect(describePerson(person)).toMatch(/[\u4e00-\u9fff]/);
  });

  it('says of each situation what it is', () => {
    for (const archetype of ARCHETYPE_NAMES) {
      const [person] = population.find({ archetype, limit: 1 });
      expect(person && describePerson(person)).not.toMatch(/undefined|  /);
      expect(ARCHETYPES[archetype].label).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('promises nobody in 深圳 an application that is not taken here', () => {
    const shenzhen = people.filter(({ city, records }) => city.code === '440300' && records.permits.length === 0);
    expect(shenzhen.filter(({ archetype }) => archetype === 'exempt').length).toBeGreaterThan(0);
    for (const person of shenzhen.filter(({ archetype }) => archetype === 'exempt')) {
      expect(archetypeLabel(person)).toBe('深圳另行受理');
      expect(describePerson(person)).toContain('深圳市自行受理申领');
    }
  });

  it('has names with a dot, compound surnames and rare characters', () => {
    const names = people.map(({ name }) => name);
    expect(names.some((name) => name.includes('·'))).toBe(true);
    expect(names.some((name) => /^(欧阳|司徒|上官|诸葛)/.test(name))).toBe(true);
    expect(names.some((name) => name.includes('䶮'))).toBe(true);
  });
});
