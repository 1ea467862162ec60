import { listDrafts, listServices } from '@yuezheng/shared-types';
import { useState } from 'react';
import { useRead } from '../../api';
import { Button, Card, CitySwitch, Empty, ListRow, Page, QueryView, SearchBox, SkeletonCards } from '../../components';
import { shortMoment } from '../../features/clock-words';
import { resumeDraft, useDraftList } from '../../features/drafts/use-draft-list';
import { useServiceSearch } from '../../features/home/use-service-search';
import { usePreferences } from '../../features/preferences';
import { useReread } from '../../features/use-reread';
import { openPage, wallNow } from '../../platform';
import { pages } from '../../pages';
import { CitySheet } from '../parts/CitySheet';
import { ElsewhereCards } from '../parts/ElsewhereCards';
import { SearchResults } from '../parts/SearchResults';

/** More of them stand in 我的办件. */
const MOST_DRAFTS = 2;

/** 办事: what the city offers, and what the person has begun. */
export default function ServicesPage() {
  const city = usePreferences((state) => state.city);
  const [choosing, setChoosing] = useState(false);
  const search = useServiceSearch(city.code);
  const services = useRead(listServices, { query: { city: city.code } });
  const chooseCity = () => setChoosing(true);

  return (
    <Page
      title="办事"
      tab
      offlineText="没有网络，连上后才能办理。"
      bar={<CitySwitch name={city.name} onTap={chooseCity} />}
      overlay={choosing && <CitySheet onClose={() => setChoosing(false)} />}
    >
      <SearchBox value={search.typed} onChange={search.type} placeholder="搜服务，例如“申领”“签注”" />
      {search.wanted !== '' ? (
        <SearchResults search={search} cityName={city.name} onCity={chooseCity} />
      ) : (
        <>
          <Begun />
          <QueryView query={services} what="可办事项" skeleton={<SkeletonCards count={2} lines={4} />}>
            {({ groups, elsewhere }) => (
              <>
                {groups.length === 0 && (
                  <Empty icon="grid" title={`${city.name}暂时没有可在手机上办的事项`} text="可以切换到您居住的城市，或到当地公安机关窗口办理。">
                    <Button kind="secondary" onTap={chooseCity}>
                      切换城市
                    </Button>
                  </Empty>
                )}
                {groups.map((group) => (
                  <Card key={group.id} rows title={group.title} aside={`可办 ${group.services.length} 项`}>
                    {group.services.map(({ id, icon, title, summary }) => (
                      <ListRow key={id} icon={icon} title={title} text={summary} onTap={() => openPage(pages.guide, { serviceId: id, city: city.code })} />
                    ))}
                  </Card>
                ))}
                <ElsewhereCards matters={elsewhere} />
              </>
            )}
          </QueryView>
        </>
      )}
    </Page>
  );
}

/** What was begun and not submitted, and the way to my cases. */
function Begun() {
  const drafts = useDraftList();
  useReread(listDrafts);
  return (
    <Card rows>
      {drafts.slice(0, MOST_DRAFTS).map((draft) => (
        <ListRow
          key={draft.id}
          icon="edit"
          title={`继续${draft.serviceTitle}`}
          text={`${draft.forName} · 保存于 ${shortMoment(draft.savedAt, wallNow())}`}
          onTap={() => resumeDraft(draft)}
        />
      ))}
      <ListRow icon="folder" title="我的办件" text="查看进度、补交材料" onTap={() => openPage(pages.cases)} />
    </Card>
  );
}
