import type { City } from '@yuezheng/shared-types';
import { listCities } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api';
import { Icon, QueryView, SearchBox, Sheet, SkeletonCards, Tap } from '../../components';
import { groupCities } from '../../features/city/city-list';
import { usePreferences } from '../../features/preferences';
import './city-sheet.scss';

/** The 21 cities by their first letter, with a search that knows districts too. */
export function CitySheet({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const cities = useRead(listCities, {});
  return (
    <Sheet title="选择城市" onClose={onClose}>
      <SearchBox value={typed} onChange={setTyped} placeholder="搜城市或区县" />
      <QueryView query={cities} what="城市" skeleton={<SkeletonCards count={1} lines={6} />}>
        {(all) => <Groups cities={all.cities} typed={typed} onClose={onClose} />}
      </QueryView>
    </Sheet>
  );
}

function Groups({ cities, typed, onClose }: { readonly cities: readonly City[]; readonly typed: string; readonly onClose: () => void }) {
  const { city: chosen, chooseCity } = usePreferences();
  const groups = groupCities(cities, typed);
  if (groups.length === 0) return <Text className="yz-city__none">没有找到“{typed.trim()}”，粤证只办理广东省 21 个地级以上市的事项。</Text>;
  return (
    <>
      {groups.map(({ initial, cities: found }) => (
        <View key={initial}>
          <Text className="yz-city__initial">{initial}</Text>
          {found.map(({ code, name }) => (
            <Tap
              key={code}
              role="radio"
              checked={code === chosen.code}
              className={code === chosen.code ? 'yz-city__row yz-city__row--chosen' : 'yz-city__row'}
              onTap={() => {
                chooseCity({ code, name });
                onClose();
              }}
            >
              <Text>{name}</Text>
              {code === chosen.code && <Icon name="check" size={18} />}
            </Tap>
          ))}
        </View>
      ))}
    </>
  );
}
