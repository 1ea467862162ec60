import { listServices, type ServiceSummary } from '@yuezheng/shared-types';
import { useRead } from '../../api';
import { Button, Card, Empty, ListRow, QueryView, SkeletonCards } from '../../components';
import type { ServiceSearch } from '../../features/home/use-service-search';
import { usePreferences } from '../../features/preferences';
import { openPage } from '../../platform';
import { pages } from '../../pages';
import { ElsewhereCards } from './ElsewhereCards';

interface SearchResultsProps {
  readonly search: ServiceSearch;
  readonly cityName: string;
  readonly onCity: () => void;
}

/** Services of the chosen city alone: what the city does not offer is not found, and the page says where it is done and what there is. */
export function SearchResults({ search, cityName, onCity }: SearchResultsProps) {
  return (
    <QueryView query={search.found} what="搜索结果" skeleton={<SkeletonCards count={1} lines={3} />}>
      {({ groups, elsewhere }) => {
        const services = groups.flatMap((group) => group.services);
        if (services.length > 0) return <Services title={`找到 ${services.length} 项`} services={services} />;
        return (
          <>
            {elsewhere.length > 0 ? (
              <ElsewhereCards matters={elsewhere} />
            ) : (
              <Empty icon="search" title={`${cityName}没有找到“${search.wanted}”`} text="请换一个说法再搜，或看看下面可以办的事项。">
                <Button kind="secondary" onTap={onCity}>
                  切换城市
                </Button>
              </Empty>
            )}
            <Offered cityName={cityName} />
          </>
        );
      }}
    </QueryView>
  );
}

/** Everything that the city offers, for whoever did not find what they typed. */
function Offered({ cityName }: { readonly cityName: string }) {
  const city = usePreferences((state) => state.city.code);
  const services = useRead(listServices, { query: { city } }).data?.groups.flatMap((group) => group.services) ?? [];
  return services.length > 0 ? <Services title={`${cityName}可以办理`} services={services} /> : null;
}

function Services({ title, services }: { readonly title: string; readonly services: readonly ServiceSummary[] }) {
  return (
    <Card rows title={title}>
      {services.map((service) => (
        <ListRow key={service.id} icon={service.icon} title={service.title} text={service.summary} onTap={() => openPage(pages.guide, { serviceId: service.id })} />
      ))}
    </Card>
  );
}
