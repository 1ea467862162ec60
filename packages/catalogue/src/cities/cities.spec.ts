import { CITIES, cityByCode } from '.';
import { shortName, type City, type CoveredService } from './city';

const ORDER: readonly CoveredService[] = ['apply-residence-permit', 'order-physical-card', 'endorse-residence-permit', 'change-registration-items', 'change-address', 'cancel-residence-permit'];

/** Row A2, city by city: apply, physical card, endorse, change items, change address, cancel. */
const COVERAGE: Readonly<Record<string, string>> = {
  广州市: '申 卡 签 – – –',
  韶关市: '申 卡 签 项 址 销',
  深圳市: '– – 签 – – –',
  珠海市: '申 卡 签 项 址 销',
  汕头市: '申 卡 签 项 址 销',
  佛山市: '– – 签 – – –',
  江门市: '申 卡 签 项 址 销',
  湛江市: '申 卡 签 项 址 销',
  茂名市: '申 卡 签 项 址 销',
  肇庆市: '申 卡 签 项 址 销',
  惠州市: '申 卡 签 项 址 销',
  梅州市: '申 卡 签 项 址 销',
  汕尾市: '申 卡 签 项 址 销',
  河源市: '申 卡 签 项 址 销',
  阳江市: '申 卡 签 项 址 销',
  清远市: '申 卡 签 项 址 销',
  东莞市: '申 卡 签 项 址 销',
  中山市: '申 卡 签 项 址 销',
  潮州市: '申 卡 签 项 址 销',
  揭阳市: '申 卡 签 项 址 销',
  云浮市: '申 卡 签 项 址 销',
};

const written = (city: City): string => ['申', '卡', '签', '项', '址', '销'].map((sign, index) => (city.coverage.some((id) => id === ORDER[index]) ? sign : '–')).join(' ');

describe('the 21 cities', () => {
  it('offer what row A2 says', () => {
    expect(Object.fromEntries(CITIES.map((city) => [city.name, written(city)]))).toEqual(COVERAGE);
  });

  it('stand in the order of GB/T 2260, each once', () => {
    const codes = CITIES.map((city) => city.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const code of codes) expect(code).toMatch(/^44\d\d00$/);
    expect(new Set(CITIES.map((city) => city.numberPrefix)).size).toBe(21);
    for (const city of CITIES) expect(city.numberPrefix.startsWith(city.initial)).toBe(true);
    for (const city of CITIES) expect(city.pinyin).toMatch(new RegExp(`^${city.initial.toLowerCase()}[a-z]+$`));
    expect(new Set(CITIES.map((city) => city.pinyin)).size).toBe(21);
  });

  it('are found by their code', () => {
    expect(cityByCode('440100')?.name).toBe('广州市');
    expect(cityByCode('440106')).toBeUndefined();
    expect(cityByCode('')).toBeUndefined();
  });

  it('are called by their short names in sentences', () => {
    expect(CITIES.map(shortName).filter((name) => name.endsWith('市'))).toEqual([]);
  });

  it('have rules of their own only where the law has', () => {
    const [first] = CITIES;
    const own = CITIES.filter((city) => city.residence !== first?.residence || city.grounds !== first.grounds || city.endorsementBasis !== first.endorsementBasis);
    expect(own.map((city) => city.name)).toEqual(['深圳市']);
  });
});
