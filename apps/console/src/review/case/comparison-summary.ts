import type { Comparison } from '@yuezheng/shared-types';

/** `7 项一致，1 项需人工判断` */
export function comparisonSummary(comparisons: readonly Comparison[]): string {
  const count = (result: Comparison['result']) =>
    comparisons.filter((comparison) => comparison.result === result).length;
  const parts = [
    [count('match'), '项一致'],
    [count('mismatch'), '项不一致'],
    [count('judge'), '项需人工判断'],
    [count('absent'), '项无数据'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, text]) => `${number} ${text}`)
    .join('，');
}
