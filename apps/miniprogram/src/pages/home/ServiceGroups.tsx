import type { listServices, RouteOutput } from '@yuezheng/shared-types';
import { Card, Empty, ServiceTile, TileGrid } from '../../components';
import { openPage } from '../../platform';
import { pages } from '../../pages';

type Groups = RouteOutput<typeof listServices>['groups'];

/** What the city offers, as the API groups it. */
export function ServiceGroups({ groups, cityName }: { readonly groups: Groups; readonly cityName: string }) {
  if (groups.length === 0) {
    return <Empty icon="grid" title={`${cityName}暂时没有可在这里办的事项`} text="可以切换到其他城市，或到当地窗口办理。" />;
  }
  return (
    <>
      {groups.map(({ id, title, services }) => (
        <Card key={id} title={title} aside={`${cityName.replace(/市$/, '')}可办 ${services.length} 项`}>
          <TileGrid>
            {services.map((service) => (
              <ServiceTile key={service.id} icon={service.icon} title={service.shortTitle} onTap={() => openPage(pages.guide, { serviceId: service.id })} />
            ))}
          </TileGrid>
        </Card>
      ))}
    </>
  );
}
