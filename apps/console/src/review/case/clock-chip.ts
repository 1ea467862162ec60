import type { ClockView, Tone } from '@yuezheng/shared-types';

const UNITS: Readonly<Record<ClockView['unit'], string>> = { day: '天', 'working-day': '个工作日' };

/** The statutory clock as the header says it: `法定期限 11-24，还剩 2 天`. */
export function clockText({ dueOn, remaining, unit, paused, overdue }: ClockView): string {
  if (paused) return '补正期间，法定期限暂停计算';
  const count = `${Math.abs(remaining)} ${UNITS[unit]}`;
  return `法定期限 ${dueOn.slice(5)}，${overdue ? '已超期' : '还剩'} ${count}`;
}

const URGENT = 3;
const SOON = 5;

/** How pressing it is; the words say the same. */
export function clockTone({ paused, overdue, remaining }: ClockView): Tone {
  if (paused) return 'muted';
  if (overdue || remaining <= URGENT) return 'danger';
  return remaining <= SOON ? 'warning' : 'info';
}
