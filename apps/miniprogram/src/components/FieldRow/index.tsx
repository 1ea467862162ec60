import type { ReactNode } from 'react';
import { LabelledRow } from '../LabelledRow';
import './index.scss';

/** More than fits beside a label, in widths of a Chinese character; Latin and digits take half of one. */
const LONG = 13;

const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + (character < '\u2e80' ? 0.55 : 1), 0);

/** Whether a value should stand below its label. */
export const isLongValue = (text: string): boolean => widthOf(text) > LONG;

interface FieldRowProps {
  readonly label: string;
  readonly value: ReactNode;
  /** `known`: what the government has, in grey; `own`: what the person gave. */
  readonly tone?: 'known' | 'own';
  /** A long value stands below its label. */
  readonly stacked?: boolean;
  /** Written at the right of a stacked row, such as 更改. */
  readonly verb?: string;
  readonly onTap?: () => unknown;
}

/** A label and what stands beside it. */
export function FieldRow({ label, value, tone = 'known', ...row }: FieldRowProps) {
  return (
    <LabelledRow label={label} className={`yz-field-row yz-field-row--${tone}`} {...row}>
      {value}
    </LabelledRow>
  );
}
