import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classNames } from '../components/class-names';
import { Icon } from '../components/Icon';
import { Tap } from '../components/Tap';
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
      {options.map((option) => {
        const isChosen = option.value === chosen;
        return (
          <Tap
            key={option.value}
            className={classNames('yz-options__option', isChosen && 'yz-options__option--chosen')}
            role="radio"
            checked={isChosen}
            onTap={() => onChoose(option.value)}
          >
            <View className="yz-options__words">
              <View className="yz-options__head">
                <Text className="yz-options__label">{option.label}</Text>
                {option.aside}
              </View>
              {option.note !== undefined && <Text className="yz-options__note">{option.note}</Text>}
            </View>
            <View className="yz-options__mark">{isChosen && <Icon name="check" size={14} />}</View>
          </Tap>
        );
      })}
    </View>
  );
}
