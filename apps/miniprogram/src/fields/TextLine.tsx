import { Input } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { accessible } from '../platform';
import { FieldFrame } from './FieldFrame';

interface TextLineProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly type?: 'text' | 'number' | 'idcard';
  readonly error?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly onChange: (text: string) => void;
  readonly onLeave?: () => void;
  readonly onConfirm?: () => unknown;
}

/** One line to type, for pages that have no form definition; a child stands beside it, such as 获取验证码. */
export function TextLine({ id, label, value, placeholder, type = 'text', error, hint, required = true, onChange, onLeave, onConfirm, children }: PropsWithChildren<TextLineProps>) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} required={required}>
      <Input
        className="yz-field__input"
        type={type}
        maxlength={40}
        value={value}
        placeholder={placeholder}
        placeholderClass="yz-field__placeholder"
        onInput={(event) => onChange(event.detail.value)}
        onBlur={onLeave}
        onConfirm={onConfirm}
        {...accessible({ label })}
      />
      {children}
    </FieldFrame>
  );
}
