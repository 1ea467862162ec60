import { CITIES, cityByCode } from './cities';
import { districtsOf } from './divisions';

const names = (code: string): string[] => {
  const city = cityByCode(code);
  return city ? districtsOf(city).map(({ name }) => name) : [];
};

describe('districts', () => {
  it('are the real ones', () => {
    expect(names('440100').sort()).toEqual(['从化区', '南沙区', '增城区', '天河区', '海珠区', '番禺区', '白云区', '花都区', '荔湾区', '越秀区', '黄埔区']);
    expect(names('440300').sort()).toEqual(['光明区', '南山区', '坪山区', '宝安区', '盐田区', '福田区', '罗湖区', '龙华区', '龙岗区']);
    expect(names('440400').sort()).toEqual(['斗门区', '金湾区', '香洲区']);
    expect(names('441900')).toEqual(['东莞市']);
    expect(names('442000')).toEqual(['中山市']);
  });

  it('are the 122 counties of Guangdong and the two cities without any', () => {
    expect(CITIES.flatMap((city) => districtsOf(city))).toHaveLength(124);
  });

  it('lie in their city, each once, and none is a mere heading', () => {
    for (const city of CITIES) {
      const districts = districtsOf(city);
      expect(districts.length).toBeGreaterThan(0);
      expect(new Set(districts.map(({ code }) => code)).size).toBe(districts.length);
      for (const { code, name } of districts) {
        expect(code.slice(0, 4)).toBe(city.code.slice(0, 4));
        expect(name).not.toBe('市辖区');
      }
    }
  });
});
