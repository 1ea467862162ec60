import { Text, Textarea, View } from '@tarojs/components';
import type { AddressValue } from '@yuezheng/shared-types';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { classNames } from '../../components/class-names';
import { Sheet } from '../../components/Sheet';
import { Tap } from '../../components/Tap';
import { accessible } from '../../platform';
import type { FieldContext } from '../field-props';
import './index.scss';

interface AddressSheetProps {
  readonly title: string;
  readonly example?: string;
  readonly address: AddressValue;
  readonly context: FieldContext;
  readonly onClose: () => void;
  readonly onDone: (address: AddressValue) => void;
}

/** District and detail of an address; nothing changes on the form until it is kept. */
export function AddressSheet({ title, example, address, context, onClose, onDone }: AddressSheetProps) {
  const [district, setDistrict] = useState(address.district);
  const [detail, setDetail] = useState(address.detail);
  const keep = (
    <Button disabled={district === '' || detail.trim() === ''} onTap={() => onDone({ district, detail: detail.trim() })}>
      使用此地址
    </Button>
  );
  return (
    <Sheet title={title} onClose={onClose} actions={keep}>
      <Text className="yz-address__label">{context.cityName}的哪个区县</Text>
      <View className="yz-address__districts">
        {context.districts.map(({ code, name }) => (
          <Tap
            key={code}
            role="radio"
            checked={code === district}
            className={classNames('yz-address__district', code === district && 'yz-address__district--chosen')}
            onTap={() => setDistrict(code)}
          >
            {name}
          </Tap>
        ))}
      </View>
      <Text className="yz-address__label">街道、门牌和房号</Text>
      <Textarea
        className="yz-field__input yz-field__textarea"
        value={detail}
        maxlength={120}
        autoHeight
        placeholder={example === undefined ? '街道、门牌和房号' : `例如：${example}`}
        placeholderClass="yz-field__placeholder"
        onInput={(event) => setDetail(event.detail.value)}
        {...accessible({ label: '街道、门牌和房号' })}
      />
    </Sheet>
  );
}
