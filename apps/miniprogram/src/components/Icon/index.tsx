import { View } from '@tarojs/components';
import { accessible } from '../../platform';
import { classNames } from '../class-names';
import type { IconName } from './icons';
import './index.scss';

export type { IconName } from './icons';

interface IconProps {
  readonly name: IconName;
  /** Edge in CSS px before elder mode; 1em of the text around it if absent. */
  readonly size?: number;
  readonly className?: string;
}

/** Elder mode enlarges icons with the text. */
const scaled = (px: number): string => `calc(${px}px * var(--yz-scale))`;

/** A line icon in the colour of the text around it. What it means is said in words beside it, so it is not read out. */
export function Icon({ name, size, className }: IconProps) {
  return (
    <View
      className={classNames('yz-icon', `yz-icon--${name}`, className)}
      style={size === undefined ? undefined : { width: scaled(size), height: scaled(size) }}
      {...accessible({ hidden: true })}
    />
  );
}
