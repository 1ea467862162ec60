import type { RuleResult } from '@yuezheng/shared-types';

type Goal = Pick<NonNullable<RuleResult['progress']>, 'reachedOn' | 'reachedLabel' | 'today'>;

/** What stands under the goal of a bar, such as `满半年 10-13`; a day of another year is written with its year. */
export const goalLabel = ({ reachedOn, reachedLabel, today }: Goal): string =>
  reachedLabel.replace(/(\d{4}-)?\d{2}-\d{2}$/, reachedOn.slice(0, 4) === today.slice(0, 4) ? reachedOn.slice(5) : reachedOn);
