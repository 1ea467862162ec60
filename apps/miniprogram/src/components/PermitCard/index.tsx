import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { Tap } from '../Tap';
import { Guilloche } from './Guilloche';
import './index.scss';

interface PermitCardProps {
  readonly look: 'residence' | 'exitEntry' | 'ward';
  readonly title: string;
  readonly name: string;
  /** One or two lines below the name. */
  readonly lines: readonly string[];
  /** At the top right: a state as a chip, or words. */
  readonly state?: string;
  readonly stateLook?: 'chip' | 'words';
  /** It cannot be shown: suspended or cancelled. */
  readonly muted?: boolean;
  /** A pill at the bottom right, such as 亮证. */
  readonly action?: ReactNode;
  readonly onTap?: () => unknown;
  readonly className?: string;
}

/** A permit as it lies in the wallet. */
export function PermitCard({ look, title, name, lines, state, stateLook = 'chip', muted = false, action, onTap, className }: PermitCardProps) {
  const inside = (
    <>
      <Guilloche />
      <View className="yz-permit__head">
        <Text className="yz-permit__title">{title}</Text>
        {state !== undefined && <Text className={`yz-permit__state yz-permit__state--${stateLook}`}>{state}</Text>}
      </View>
      <Text className="yz-permit__name">{name}</Text>
      {lines.map((line) => (
        <Text className="yz-permit__line" key={line}>
          {line}
        </Text>
      ))}
      {action !== undefined && <View className="yz-permit__action">{action}</View>}
    </>
  );
  const classes = classNames('yz-permit', `yz-permit--${look}`, muted && 'yz-permit--muted', className);
  if (onTap === undefined) return <View className={classes}>{inside}</View>;
  return (
    <Tap className={classes} onTap={onTap}>
      {inside}
    </Tap>
  );
}
