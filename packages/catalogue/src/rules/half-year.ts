import { addMonths, dayNear, daysBetween, longDate, type Finding, type LocalDate } from '@yuezheng/shared-types';
import { shortName, type City, type ResidenceResult } from '../cities/city';
import type { Facts } from '../facts';
import { currentResidence } from './registration';

const MONTHS = 6;
/** In whose name a home stands, seen from the person. */
export const OWNERS = { self: '本人', spouse: '配偶', parent: '父母', child: '子女' } as const;

/** One way to have lived in the city, and since when. */
interface Start {
  readonly id: string;
  readonly title: string;
  readonly from: LocalDate;
  /** What happened on that day: `登记`. */
  readonly label: string;
  readonly found: string;
  readonly source: { readonly name: string; readonly detail: string };
}

const registrationStart = (facts: Facts, city: City): Start[] => {
  const residence = currentResidence(facts, city.code);
  if (!residence) return [];
  const found = `${residence.from} 起登记 · ${residence.current.address}`;
  return [{ id: 'registration', title: '居住登记', from: residence.from, label: '登记', found, source: { name: '公安机关居住登记', detail: '流动人口居住登记系统' } }];
};

const homeStarts = (facts: Facts, city: City): Start[] =>
  facts.ownedHomes
    .filter((home) => home.city === city.code && home.ownedSince <= facts.today)
    .map(({ owner, address, ownedSince }) => ({
      id: 'owned-home', title: '自有或直系亲属房屋', from: ownedSince, label: '取得房屋', found: `${OWNERS[owner]}名下 · ${address}`,
      source: { name: '不动产登记', detail: '自然资源部门不动产登记系统' },
    }));

const schoolStarts = (facts: Facts, city: City): Start[] =>
  facts.schooling
    .filter((school) => school.city === city.code && school.continuous && school.from <= facts.today && (!school.to || school.to >= facts.today))
    .map(({ school, from }) => ({
      id: 'schooling', title: '连续就读', from, label: '入学', found: `${school} · ${from} 起就读`, source: { name: '学籍信息', detail: '教育部门学籍系统' },
    }));

const findingOf = ({ id, title, from, found, source }: Start, today: LocalDate): Finding => ({
  id, title, found, status: addMonths(from, MONTHS) <= today ? 'met' : 'unmet', source: { ...source, asOf: today },
});

const unregistered = (title: string, today: LocalDate): ResidenceResult => {
  const earliestDate = addMonths(today, MONTHS);
  return {
    id: 'residence', title, met: false, tag: '没有查到居住登记', findings: [], earliestDate,
    note: `请先到居住地社区或派出所办理居住登记。今天登记的话，最早 ${longDate(earliestDate)}可以办理。`,
  };
};

/**
 * 居住半年以上: registered in the city for half a year, or living in one's own or a direct relative's home owned for
 * half a year, or enrolled for half a year (row A4; 居住证暂行条例 art. 2). `earliestDate` is the first day on which
 * one of them will be reached.
 */
export const halfYearResidence: City['residence'] = (facts, city) => {
  const { today } = facts;
  const title = `在${shortName(city)}居住满半年`;
  const starts = [...registrationStart(facts, city), ...homeStarts(facts, city), ...schoolStarts(facts, city)].sort((a, b) => a.from.localeCompare(b.from));
  const first = starts[0];
  if (!first) return unregistered(title, today);
  const reachedOn = addMonths(first.from, MONTHS);
  const met = reachedOn <= today;
  return {
    id: 'residence', title, met,
    tag: met ? '符合' : `还差 ${daysBetween(today, reachedOn)} 天`,
    progress: {
      from: first.from, reachedOn, today,
      fromLabel: `${first.from} ${first.label}`,
      reachedLabel: `满半年 ${dayNear(reachedOn, today)}`,
      todayLabel: `第 ${daysBetween(first.from, today) + 1} 天`,
    },
    findings: starts.map((start) => findingOf(start, today)),
    ...(met ? {} : { earliestDate: reachedOn, note: `到 ${longDate(reachedOn)}即满半年。` }),
  };
};
