import { getHome, listServices } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api';
import { Button, Card, CitySwitch, Icon, Page, PermitCard, QueryView, SearchBox, SkeletonBar, SkeletonCards, Tap } from '../../components';
import { useCityProposal } from '../../features/city/use-proposal';
import { useServiceSearch } from '../../features/home/use-service-search';
import { useKeptPermits } from '../../features/live-pass/use-kept-permits';
import { usePreferences } from '../../features/preferences';
import { isLoggedOut } from '../../features/session/logged-out';
import { useMe } from '../../features/session/use-me';
import { useReread } from '../../features/use-reread';
import { openPage } from '../../platform';
import { pages } from '../../pages';
import { CitySheet } from '../parts/CitySheet';
import { ElsewhereCards } from '../parts/ElsewhereCards';
import { SearchResults } from '../parts/SearchResults';
import { ServiceGroups } from './ServiceGroups';
import { CityProposalCard, LoginCard, RealNameCard, TodoCard } from './cards';
import './index.scss';

const OFFLINE = '没有网络，已启用的居住证仍可出示。';

/** First page: the city, the search, the permit, what to do now, and what the city offers. */
export default function HomePage() {
  const { city } = usePreferences();
  const [choosing, setChoosing] = useState(false);
  const search = useServiceSearch(city.code);
  const services = useRead(listServices, { query: { city: city.code } });

  return (
    <Page
      title="首页"
      tab
      tone="home"
      offlineText={OFFLINE}
      bar={<Bar city={city.name} onCity={() => setChoosing(true)} />}
      overlay={choosing && <CitySheet onClose={() => setChoosing(false)} />}
    >
      <SearchBox value={search.typed} onChange={search.type} placeholder="搜服务，例如“申领”“签注”" />
      {search.wanted !== '' ? (
        <SearchResults search={search} cityName={city.name} onCity={() => setChoosing(true)} />
      ) : (
        <>
          <Personal />
          <QueryView query={services} what="事项" skeleton={<SkeletonCards count={2} lines={4} />}>
            {({ groups, elsewhere }) => (
              <>
                <ServiceGroups groups={groups} cityName={city.name} />
                <ElsewhereCards matters={elsewhere} />
              </>
            )}
          </QueryView>
        </>
      )}
    </Page>
  );
}

const until = ({ validUntil }: { readonly validUntil: string }): string => `有效期至 ${validUntil}`;

/** What concerns the person who is logged in; a visitor is invited to log in instead. */
function Personal() {
  const { city, elder } = usePreferences();
  const home = useRead(getHome, { query: { city: city.code } });
  const me = useMe();
  const [kept] = useKeptPermits();
  const permit = home.data?.permit ?? (home.data || isLoggedOut(home.error) ? undefined : kept);
  const proposal = useCityProposal(permit?.cityName);
  useReread(getHome);

  if (isLoggedOut(home.error)) return <LoginCard />;
  if (home.isPending && permit === undefined) return <SkeletonPermit />;
  return (
    <>
      {permit && (
        <PermitCard
          look={permit.ward ? 'ward' : 'residence'}
          title={permit.title}
          name={permit.holderName}
          lines={elder ? [permit.idNumber, until(permit)] : [`${permit.idNumber} ・ ${until(permit)}`]}
          state={permit.statusLabel}
          onTap={() => openPage(pages.permit, { permitId: permit.id })}
          muted={permit.status !== 'valid'}
          action={permit.status === 'valid' ? <Show /> : undefined}
        />
      )}
      {me.data?.verified === false && <RealNameCard />}
      {proposal && <CityProposalCard proposal={proposal} />}
      {home.data?.todos.map((todo) => (
        <TodoCard key={todo.id} todo={todo} />
      ))}
      {home.error && !permit && (
        <Card title="没能显示待办">
          <Text className="yz-home__hint">{home.error.problem.sentence}</Text>
          <View className="yz-home__retry">
            <Button size="small" kind="secondary" onTap={() => home.refetch()}>
              重新加载
            </Button>
          </View>
        </Card>
      )}
    </>
  );
}

function Show() {
  return (
    <View className="yz-home__show">
      <Icon name="id-card" size={18} />
      <Text>亮证</Text>
    </View>
  );
}

function SkeletonPermit() {
  return (
    <View className="yz-home__skeleton">
      <SkeletonBar height={150} />
    </View>
  );
}

function Bar({ city, onCity }: { readonly city: string; readonly onCity: () => void }) {
  const { data } = useMe();
  const unread = data?.unreadMessages ?? 0;
  return (
    <View className="yz-home__bar">
      <CitySwitch name={city} onTap={onCity} />
      {data && (
        <Tap className="yz-home__bell" label={unread > 0 ? `消息，${unread} 条未读` : '消息'} onTap={() => openPage(pages.messages)}>
          <Icon name="bell" size={24} />
          {unread > 0 && <Text className="yz-home__badge">{unread > 99 ? '99+' : unread}</Text>}
        </Tap>
      )}
    </View>
  );
}
