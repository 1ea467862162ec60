import { View } from '@tarojs/components';
import { useRef, type PropsWithChildren } from 'react';
import { accessible } from '../../platform';
import { classNames } from '../class-names';
import './index.scss';

interface TapProps {
  readonly onTap: () => unknown;
  readonly className?: string;
  /** What a screen reader says; absent: the text inside. */
  readonly label?: string;
  readonly role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch';
  readonly checked?: boolean;
  readonly disabled?: boolean;
}

/** Two taps within this time are one. */
export const DOUBLE_TAP_MS = 400;

/** Anything that can be tapped and is not a button by its looks. */
export function Tap({ onTap, className, label, role = 'button', checked, disabled = false, children }: PropsWithChildren<TapProps>) {
  const tappedAt = useRef(-DOUBLE_TAP_MS);
  const tap = () => {
    const now = Date.now();
    if (disabled || Math.abs(now - tappedAt.current) < DOUBLE_TAP_MS) return;
    tappedAt.current = now;
    onTap();
  };
  return (
    <View
      className={classNames('yz-tap', disabled && 'yz-tap--disabled', className)}
      hoverClass={disabled ? 'none' : 'yz-tap--pressed'}
      onClick={tap}
      {...accessible({ label, role, checked, disabled })}
    >
      {children}
    </View>
  );
}
