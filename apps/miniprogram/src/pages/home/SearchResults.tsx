import { Button, Card, Empty, ListRow, QueryView, SkeletonCards } from '../../components';
import type { ServiceSearch } from '../../features/home/use-service-search';
import { openPage } from '../../platform';
import { pages } from '../../pages';

interface SearchResultsProps {
  readonly search: ServiceSearch;
  readonly cityName: string;
  readonly onCity: () => void;
}

/** Services of the chosen city alone: what the city does not offer is not found, and the page says how to go on. */
export function SearchResults({ search, cityName, onCity }: SearchResultsProps) {
  return (
    <QueryView query={search.found} what="搜索结果" skeleton={<SkeletonCards count={1} lines={3} />}>
      {({ groups }) => {
        const services = groups.flatMap((group) => group.services);
        if (services.length === 0) {
          return (
            <Empty icon="search" title={`${cityName}没有找到“${search.wanted}”`} text="所选城市可能不支持此事项，请切换城市，或换一个说法再搜。">
              <Button kind="secondary" onTap={onCity}>
                切换城市
              </Button>
            </Empty>
          );
        }
        return (
          <Card rows title={`找到 ${services.length} 项`}>
            {services.map((service) => (
              <ListRow key={service.id} icon={service.icon} title={service.title} text={service.summary} onTap={() => openPage(pages.guide, { serviceId: service.id })} />
            ))}
          </Card>
        );
      }}
    </QueryView>
  );
}
