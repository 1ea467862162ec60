import { guangzhou } from './guangzhou';
import { shaoguan } from './shaoguan';
import { shenzhen } from './shenzhen';
import { zhuhai } from './zhuhai';
import { shantou } from './shantou';
import { foshan } from './foshan';
import { jiangmen } from './jiangmen';
import { zhanjiang } from './zhanjiang';
import { maoming } from './maoming';
import { zhaoqing } from './zhaoqing';
import { huizhou } from './huizhou';
import { meizhou } from './meizhou';
import { shanwei } from './shanwei';
import { heyuan } from './heyuan';
import { yangjiang } from './yangjiang';
import { qingyuan } from './qingyuan';
import { dongguan } from './dongguan';
import { zhongshan } from './zhongshan';
import { chaozhou } from './chaozhou';
import { jieyang } from './jieyang';
import { yunfu } from './yunfu';
import type { City } from './city';

/** The 21 prefecture cities of Guangdong, in the order of GB/T 2260. */
export const CITIES: readonly City[] = [
  guangzhou,
  shaoguan,
  shenzhen,
  zhuhai,
  shantou,
  foshan,
  jiangmen,
  zhanjiang,
  maoming,
  zhaoqing,
  huizhou,
  meizhou,
  shanwei,
  heyuan,
  yangjiang,
  qingyuan,
  dongguan,
  zhongshan,
  chaozhou,
  jieyang,
  yunfu,
];

/** A city by its code of GB/T 2260, such as `440100`. */
export const cityByCode = (code: string): City | undefined => CITIES.find((city) => city.code === code);
