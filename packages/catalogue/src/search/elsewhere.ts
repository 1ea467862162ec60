import type { Elsewhere } from '@yuezheng/shared-types';
import { isOffered, searchText, SERVICES } from '../catalogue';
import type { City, CoveredService } from '../cities/city';
import type { Service } from '../service';
import { isFoundIn, wordsOf } from './match';

const COUNTER = '居住地派出所或政务服务中心公安窗口';

interface Matter extends Elsewhere {
  /** Said only as long as this service is not built. */
  readonly until?: CoveredService;
  readonly words: readonly string[];
}

/** What people look for here and is done elsewhere. */
const MATTERS: readonly Matter[] = [
  {
    until: 'order-physical-card', title: '居住证实体证', words: ['实体证', '实体卡', '制证', '制卡', '领卡', '换领', '补领', '遗失'],
    text: `电子居住证与实体证具有同等法律效力。确需实体证的，请到${COUNTER}申领。`,
  },
  { until: 'change-registration-items', title: '居住证信息变更', words: ['变更', '更改信息', '改名', '换照片'], text: `登记项目有变动的，请持证件到${COUNTER}变更。` },
  { until: 'change-address', title: '居住证地址变更', words: ['地址变更', '改地址', '换地址', '搬家'], text: `在本市内搬家的，请先办理居住登记，再到${COUNTER}变更居住证地址。` },
  { until: 'cancel-residence-permit', title: '居住证注销', words: ['注销', '取消居住证'], text: `请到${COUNTER}注销居住证。` },
  { title: '居住登记', words: ['居住登记', '暂住登记', '流动人口登记', '登记'], text: '请到居住地社区或派出所办理居住登记。登记后连续居住满半年，即可申领居住证。' },
  {
    title: '港澳台居民居住证', words: ['港澳台', '港澳居民', '台湾居民', '回乡证', '台胞证'],
    text: `港澳台居民居住证不在电子居住证的申领范围。请持来往内地（大陆）通行证到${COUNTER}申领。`,
  },
  { title: '往来港澳通行证', words: ['港澳通行证', '往来港澳', '港澳签注', '通行证'], text: '通行证及其签注由出入境管理部门办理，请到公安机关出入境窗口或国家移民管理局政务服务平台办理。' },
];

const isMeant = ({ words }: Matter, typed: readonly string[]): boolean => typed.some((word) => words.some((known) => word.includes(known) || (word.length > 1 && known.startsWith(word))));

const inThisCity = (service: Service, city: City): Elsewhere => {
  const { id, title } = service.definition;
  const own = (city.elsewhere as Partial<Record<string, string>> | undefined)?.[id];
  return { title, text: own ?? `${city.name}暂不在网上受理此事项，请到${COUNTER}办理。` };
};

/**
 * What the city does not offer, with the reason and where to go; with `query`, what its words match of that and of
 * what is done elsewhere altogether. Nothing of it can be opened (rows A1, A2).
 */
export const elsewhereIn = (city: City, query = '', services: readonly Service[] = SERVICES): Elsewhere[] => {
  const words = wordsOf(query);
  const missing = services.filter((service) => !isOffered(service, city) && isFoundIn(words, searchText(service)));
  const isBuilt = (id: CoveredService | undefined): boolean => services.some(({ definition }) => definition.id === id);
  const matters = MATTERS.filter((matter) => !isBuilt(matter.until) && isMeant(matter, words));
  return [...missing.map((service) => inThisCity(service, city)), ...matters.map(({ title, text }) => ({ title, text }))];
};
