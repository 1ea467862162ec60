import { daysBetween, type RuleResult } from '@yuezheng/shared-types';
import './period-bar.css';

const percent = (part: number): string => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;

/** A period with the day that had to be reached, named under its tick: the bar ends with that day or today, whichever is later. */
export function PeriodBar({ progress }: { progress: NonNullable<RuleResult['progress']> }) {
  const { from, reachedOn, today, fromLabel, reachedLabel, todayLabel } = progress;
  const wanted = Math.max(1, daysBetween(from, reachedOn));
  const elapsed = Math.max(0, daysBetween(from, today));
  const whole = Math.max(wanted, elapsed);
  const goal = percent(wanted / whole);
  return (
    <div className="period" role="img" aria-label={`${fromLabel}，${reachedLabel}，${todayLabel}`}>
      <div className="period-track">
        <div className="period-fill" style={{ width: percent(elapsed / whole) }} />
        <div className="period-goal" style={{ left: goal }} />
      </div>
      <p className="period-goal-row">
        {/* Moved by as much of its own width as the tick has of the bar: under the tick and never beyond an end. */}
        <span className="period-goal-label" style={{ marginLeft: goal, transform: `translateX(-${goal})` }}>
          {reachedLabel}
        </span>
      </p>
      <p className="period-ends">
        <span>{fromLabel}</span>
        <span>{todayLabel}</span>
      </p>
    </div>
  );
}
