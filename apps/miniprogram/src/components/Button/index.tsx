import { Button as TaroButton, Text, View } from '@tarojs/components';
import { useEffect, useRef, useState, type PropsWithChildren } from 'react';
import { accessible } from '../../platform';
import { classNames } from '../class-names';
import { Icon, type IconName } from '../Icon';
import { DOUBLE_TAP_MS } from '../Tap';
import './index.scss';

interface ButtonProps {
  /** While what it returns is pending, the button turns and takes no further tap. */
  readonly onTap?: () => unknown;
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'plain';
  /** `small`: a pill inside a card. */
  readonly size?: 'full' | 'small';
  readonly icon?: IconName;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly label?: string;
  /** WeChat's own dialogue behind the tap. */
  readonly openType?: 'getPhoneNumber';
  readonly onPhoneNumber?: (event: { detail: { code?: string } }) => void;
}

/** A verb to tap. However often it is tapped, one thing happens. */
export function Button({ onTap, kind = 'primary', size = 'full', icon, loading = false, disabled = false, className, label, openType, onPhoneNumber, children }: PropsWithChildren<ButtonProps>) {
  const [working, setWorking] = useState(false);
  const lockedUntil = useRef(0);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const busy = loading || working;

  const tap = () => {
    if (busy || disabled || Date.now() < lockedUntil.current) return;
    lockedUntil.current = Date.now() + DOUBLE_TAP_MS;
    const done = onTap?.();
    if (!(done instanceof Promise)) return;
    setWorking(true);
    const rest = () => {
      if (mounted.current) setWorking(false);
    };
    void done.then(rest, rest);
  };

  return (
    <TaroButton
      className={classNames('yz-button', `yz-button--${kind}`, `yz-button--${size}`, (busy || disabled) && 'yz-button--resting', className)}
      hoverClass={busy || disabled ? 'none' : 'yz-button--pressed'}
      disabled={disabled}
      onClick={tap}
      openType={busy || disabled ? undefined : openType}
      onGetPhoneNumber={onPhoneNumber as ((event: unknown) => void) | undefined}
      {...accessible({ label, role: 'button', disabled: busy || disabled })}
    >
      {busy && <View className="yz-button__spinner" />}
      {!busy && icon && <Icon name={icon} size={18} className="yz-button__icon" />}
      <Text>{children}</Text>
    </TaroButton>
  );
}
