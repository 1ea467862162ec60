import { Input, View } from '@tarojs/components';
import { accessible } from '../../platform';
import { Icon } from '../Icon';
import { Tap } from '../Tap';
import './index.scss';

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSearch?: () => void;
  readonly placeholder: string;
  readonly focus?: boolean;
}

/** A search that answers while one types. */
export function SearchBox({ value, onChange, onSearch, placeholder, focus = false }: SearchBoxProps) {
  return (
    <View className="yz-search">
      <Icon name="search" size={20} className="yz-search__icon" />
      <Input
        className="yz-search__input"
        value={value}
        type="text"
        confirmType="search"
        maxlength={40}
        focus={focus}
        placeholder={placeholder}
        placeholderClass="yz-search__placeholder"
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={onSearch}
        {...accessible({ label: placeholder })}
      />
      {value !== '' && (
        <Tap className="yz-search__clear" label="清除" onTap={() => onChange('')}>
          <Icon name="cross" size={18} />
        </Tap>
      )}
    </View>
  );
}

/** Looks like the search and leads to it. */
export function SearchLink({ placeholder, onTap }: { readonly placeholder: string; readonly onTap: () => unknown }) {
  return (
    <Tap className="yz-search" label={placeholder} onTap={onTap}>
      <Icon name="search" size={20} className="yz-search__icon" />
      <View className="yz-search__input yz-search__placeholder">{placeholder}</View>
    </Tap>
  );
}
