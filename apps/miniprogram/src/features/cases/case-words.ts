import type { CaseDetail, SupplementItem } from '@yuezheng/shared-types';
import { pages } from '../../pages';

/** `补交 2 份材料`, `更正 1 项信息`, or both as `补正 3 项`. */
export function supplyVerb(items: readonly SupplementItem[]): string {
  const materials = items.filter(({ kind }) => kind === 'material').length;
  if (materials === items.length) return `补交 ${materials} 份材料`;
  return materials === 0 ? `更正 ${items.length} 项信息` : `补正 ${items.length} 项`;
}

type Clock = NonNullable<CaseDetail['clock']>;

/** What stands before the clock's own words: `11 个工作日（补件期间暂停）`, `已超期 2 天`. */
export const clockLabel = ({ overdue }: Pick<Clock, 'overdue'>): string => (overdue ? '法定期限' : '法定期限还剩');

/** A button that leads to another page. */
export interface Way {
  readonly verb: string;
  readonly page: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** Where the permit that came of a case is: in the wallet, or still to be put there. */
export function wayToPermit({ state, permitId, permitLinked }: Pick<CaseDetail, 'state' | 'permitId' | 'permitLinked'>): Way | undefined {
  if (state !== 'approved' || permitId === undefined) return undefined;
  return permitLinked === false ? { verb: '添加到亮证', page: pages.addPermit, params: { via: 'wallet' } } : { verb: '去亮证', page: pages.wallet };
}
