import type { LocalDate } from '../time/local-date';
import type { Archetype } from './archetypes';
import type { Scene } from './building-blocks';
import { contract, insured, leased, registered } from './building-blocks';
import type { Sex } from './identity-number';
import type { PersonRecords } from './records';

/** A test resident written by hand. */
export interface FeaturedPerson {
  personId: string;
  name: string;
  sex: Sex;
  ethnicity?: string;
  birthDate: LocalDate;
  /** Six digits; absent for people of Hong Kong, Macao and Taiwan. */
  householdCode?: string;
  /** Written out where a drawing or a story fixes it; otherwise drawn from the seed. */
  idNumber?: string;
  cityCode: string;
  districtName: string;
  address: string;
  archetype: Archetype;
  /** The child, for a guardian; it lives at the same address. */
  wardId?: string;
  /** Records of their own instead of those of the archetype. */
  records?: (scene: Scene) => Partial<PersonRecords>;
}

const GUANGZHOU = '440100';
const SHENZHEN = '440300';
const ZHUHAI = '440400';
const FOSHAN = '440600';

const linXiaolan = (scene: Scene): Partial<PersonRecords> => {
  const employer = '广州粤禾电子科技有限公司';
  return {
    registrations: [registered(scene, 224)],
    insurance: [insured(scene, 9, employer)],
    employment: [contract(scene, 270, employer)],
    leases: [leased(scene, 224)],
  };
};

/** Shenzhen asks for twelve months of registration and of insurance without a break. */
const overAYear = (scene: Scene): Partial<PersonRecords> => {
  const employer = '深圳星湾软件有限公司';
  return {
    registrations: [registered(scene, 520)],
    insurance: [insured(scene, 18, employer)],
    employment: [contract(scene, 560, employer)],
    leases: [leased(scene, 520)],
  };
};

/** The residents to start with, in the order in which they are shown. */
export const FEATURED: readonly FeaturedPerson[] = [
  {
    personId: 'lin-xiaolan',
    name: '林晓岚',
    sex: 'female',
    ethnicity: '汉族',
    birthDate: '1996-08-15',
    householdCode: '430422',
    idNumber: '430422199608155221',
    cityCode: GUANGZHOU,
    districtName: '天河区',
    address: '广州市天河区体育西路 103 号 A 座 1204 房',
    archetype: 'exempt',
    records: linXiaolan,
  },
  {
    personId: 'chen-guodong',
    name: '陈国栋',
    sex: 'male',
    ethnicity: '汉族',
    birthDate: '1988-03-02',
    householdCode: '360733',
    cityCode: GUANGZHOU,
    districtName: '海珠区',
    address: '广州市海珠区新港西路 88 号 3 栋 602 房',
    archetype: 'with-materials',
  },
  {
    personId: 'wei-xiaomei',
    name: '韦小梅',
    sex: 'female',
    ethnicity: '壮族',
    birthDate: '1999-11-21',
    householdCode: '451081',
    cityCode: GUANGZHOU,
    districtName: '白云区',
    address: '广州市白云区机场路 210 号 5 栋 1103 房',
    archetype: 'too-early',
  },
  {
    personId: 'zhao-qiming',
    name: '赵启明',
    sex: 'male',
    ethnicity: '汉族',
    birthDate: '1985-06-30',
    householdCode: '410105',
    cityCode: GUANGZHOU,
    districtName: '番禺区',
    address: '广州市番禺区兴南大道 66 号荔园小区 7 栋 2301 房',
    archetype: 'owner-home',
  },
  {
    personId: 'ayiguli',
    name: '阿依古丽·买买提',
    sex: 'female',
    ethnicity: '维吾尔族',
    birthDate: '2005-04-18',
    householdCode: '653101',
    cityCode: GUANGZHOU,
    districtName: '天河区',
    address: '广州市天河区岑村路 9 号学生公寓 12 栋 415 房',
    archetype: 'student',
  },
  {
    personId: 'ouyang-yutong',
    name: '欧阳雨桐',
    sex: 'female',
    ethnicity: '汉族',
    birthDate: '1993-12-08',
    householdCode: '420115',
    cityCode: GUANGZHOU,
    districtName: '越秀区',
    address: '广州市越秀区东风东路 512 号 2 栋 805 房',
    archetype: 'permit-due-soon',
  },
  {
    personId: 'he-zhiqiang',
    name: '何志强',
    sex: 'male',
    ethnicity: '汉族',
    birthDate: '1979-09-05',
    householdCode: '441403',
    cityCode: GUANGZHOU,
    districtName: '荔湾区',
    address: '广州市荔湾区龙津中路 36 号 1 栋 304 房',
    archetype: 'suspended-permit',
  },
  {
    personId: 'liu-min',
    name: '刘敏',
    sex: 'female',
    ethnicity: '汉族',
    birthDate: '1987-02-14',
    householdCode: '511322',
    cityCode: GUANGZHOU,
    districtName: '黄埔区',
    address: '广州市黄埔区开创大道 15 号云山雅苑 4 栋 1702 房',
    archetype: 'guardian',
    wardId: 'liu-zihan',
  },
  {
    personId: 'liu-zihan',
    name: '刘子涵',
    sex: 'male',
    ethnicity: '汉族',
    birthDate: '2016-05-20',
    householdCode: '511322',
    cityCode: GUANGZHOU,
    districtName: '黄埔区',
    address: '广州市黄埔区开创大道 15 号云山雅苑 4 栋 1702 房',
    archetype: 'minor-with-guardian',
  },
  {
    personId: 'zhou-wenbo',
    name: '周文博',
    sex: 'male',
    ethnicity: '汉族',
    birthDate: '1991-07-27',
    householdCode: '340881',
    cityCode: GUANGZHOU,
    districtName: '增城区',
    address: '广州市增城区荔城大道 128 号 6 栋 1501 房',
    archetype: 'wrong-information',
  },
  {
    personId: 'zheng-yongen',
    name: '郑咏恩',
    sex: 'female',
    birthDate: '1990-10-11',
    cityCode: ZHUHAI,
    districtName: '香洲区',
    address: '珠海市香洲区情侣中路 48 号 2 栋 903 房',
    archetype: 'hk-resident',
  },
  {
    personId: 'liang-haiyan',
    name: '梁海燕',
    sex: 'female',
    ethnicity: '汉族',
    birthDate: '1994-01-16',
    householdCode: '450881',
    cityCode: ZHUHAI,
    districtName: '香洲区',
    address: '珠海市香洲区人民东路 221 号 3 栋 1208 房',
    archetype: 'no-photo',
  },
  {
    personId: 'chen-yan',
    name: '陈䶮',
    sex: 'male',
    ethnicity: '汉族',
    birthDate: '1995-05-09',
    householdCode: '350181',
    cityCode: ZHUHAI,
    districtName: '斗门区',
    address: '珠海市斗门区井湾路 77 号 8 栋 702 房',
    archetype: 'rare-name',
  },
  {
    personId: 'xu-guilan',
    name: '许桂兰',
    sex: 'female',
    ethnicity: '汉族',
    birthDate: '1947-03-25',
    householdCode: '430121',
    cityCode: ZHUHAI,
    districtName: '金湾区',
    address: '珠海市金湾区金鑫路 19 号海悦花园 5 栋 603 房',
    archetype: 'elder',
  },
  {
    personId: 'sun-yiming',
    name: '孙一鸣',
    sex: 'male',
    ethnicity: '汉族',
    birthDate: '1997-08-08',
    householdCode: '370213',
    cityCode: SHENZHEN,
    districtName: '南山区',
    address: '深圳市南山区科苑路 30 号 1 栋 2506 房',
    archetype: 'exempt',
    records: overAYear,
  },
  {
    personId: 'luo-yongkang',
    name: '罗永康',
    sex: 'male',
    ethnicity: '汉族',
    birthDate: '1984-11-03',
    householdCode: '440981',
    cityCode: FOSHAN,
    districtName: '南海区',
    address: '佛山市南海区桂澜路 95 号 4 栋 1406 房',
    archetype: 'permit-overdue',
  },
];
