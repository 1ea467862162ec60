import type { Division } from '../places/divisions';
import type { SeededRandom } from '../random/seeded';

const ROADS = [
  '人民路',
  '建设路',
  '文明路',
  '滨江路',
  '中山路',
  '解放路',
  '和平路',
  '新华路',
  '东风路',
  '体育路',
  '教育路',
  '环城路',
  '沿河路',
  '朝阳路',
  '幸福路',
  '工业路',
  '创业路',
  '花园路',
  '湖滨路',
  '迎宾大道',
  '发展大道',
  '振兴路',
];
const SIDES = ['', '', '东', '西', '南', '北', '中'];
const ESTATES = [
  '锦绣花园',
  '云山雅苑',
  '江畔名居',
  '荔园小区',
  '木棉苑',
  '榕景花园',
  '翠湖山庄',
  '阳光新村',
];

/** `东` goes before the last character: 人民东路, but 迎宾大道东. */
const roadName = (random: SeededRandom): string => {
  const road = random.pick(ROADS);
  const side = random.pick(SIDES);
  return road.endsWith('大道') ? road + side : `${road.slice(0, -1)}${side}路`;
};

const room = (random: SeededRandom): string =>
  `${random.between(1, 28)}${String(random.between(1, 8)).padStart(2, '0')} 房`;

/** An invented address in the city and district, as a permit prints it: 广州市天河区人民西路 103 号 2 栋 1204 房. */
export const drawAddress = (random: SeededRandom, city: Division, district: Division): string => {
  const start = `${city.name}${district.name}${roadName(random)} ${random.between(2, 398)} 号`;
  return random.chance(0.4)
    ? `${start}${random.pick(ESTATES)} ${random.between(1, 18)} 栋 ${room(random)}`
    : `${start} ${random.between(1, 9)} 栋 ${room(random)}`;
};
