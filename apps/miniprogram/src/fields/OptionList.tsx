import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { AnswerRow } from '../components/AnswerRow';
import './option-list.scss';

interface ListedOption {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  /** Beside the label, such as a tag. */
  readonly aside?: ReactNode;
}

interface OptionListProps {
  readonly options: readonly ListedOption[];
  readonly chosen?: string;
  readonly onChoose: (value: string) => void;
}

/** Answers below each other, of which one holds. Also used by pages, for situations. */
export function OptionList({ options, chosen, onChoose }: OptionListProps) {
  return (
    <View className="yz-options">
      {options.map((option) => (
        <AnswerRow key={option.value} role="radio" checked={option.value === chosen} onTap={() => onChoose(option.value)}>
          <View className="yz-options__head">
            <Text className="yz-options__label">{option.label}</Text>
            {option.aside}
          </View>
          {option.note !== undefined && <Text className="yz-options__note">{option.note}</Text>}
        </AnswerRow>
      ))}
    </View>
  );
}
