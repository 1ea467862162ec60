import { Text, View } from '@tarojs/components';
import { accessible } from '../../platform';
import './index.scss';

interface ProgressProps {
  readonly met: boolean;
  /** How much of the bar is filled, 0 to 1. */
  readonly done: number;
  /** Where on the bar the goal stands, 0 to 1. */
  readonly goal: number;
  readonly startLabel: string;
  readonly goalLabel: string;
  readonly nowLabel: string;
}

const percent = (part: number): string => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;

/** A period with the day that had to be reached. */
export function Progress({ met, done, goal, startLabel, goalLabel, nowLabel }: ProgressProps) {
  return (
    <View className="yz-progress" {...accessible({ role: 'img', label: `${startLabel}，${goalLabel}，${nowLabel}` })}>
      <View className="yz-progress__track">
        <View className={`yz-progress__fill yz-progress__fill--${met ? 'ok' : 'warning'}`} style={{ width: percent(done) }} />
        <View className="yz-progress__goal" style={{ left: percent(goal) }} />
      </View>
      <View className="yz-progress__goal-row">
        <Text className="yz-progress__goal-label" style={{ marginLeft: percent(goal), transform: `translateX(-${percent(goal)})` }}>
          {goalLabel}
        </Text>
      </View>
      <View className="yz-progress__labels">
        <Text>{startLabel}</Text>
        <Text>{nowLabel}</Text>
      </View>
    </View>
  );
}
