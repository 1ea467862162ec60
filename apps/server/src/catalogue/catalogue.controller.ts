import { Controller } from '@nestjs/common';
import { CITIES, cityByCode, districtsOf, elsewhereIn, GROUPS, servicesIn, summaryOf } from '@yuezheng/catalogue';
import { getService, listCities, listServices, ok, refuse, type Result, type RouteInput, type RouteOutput } from '@yuezheng/shared-types';
import { Endpoint, Input } from '../platform/http/endpoint';
import { ServiceCatalogue } from './service-catalogue';

const CITY_LIST: RouteOutput<typeof listCities> = {
  cities: CITIES.map((city) => ({ code: city.code, name: city.name, initial: city.initial, pinyin: city.pinyin, districts: [...districtsOf(city)] })),
};

/** Cities, and what each offers (rows A1–A3). */
@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: ServiceCatalogue) {}

  @Endpoint(listCities)
  cities(): RouteOutput<typeof listCities> {
    return CITY_LIST;
  }

  @Endpoint(listServices)
  list(@Input() { query }: RouteInput<typeof listServices>): Result<RouteOutput<typeof listServices>> {
    const city = cityByCode(query.city);
    if (!city) return refuse('not-found');
    const offered = servicesIn(city, query.q, this.catalogue.services);
    const groups = GROUPS.map((group) => ({ ...group, services: offered.filter(({ definition }) => definition.group === group.id).map(summaryOf) }));
    return ok({ groups: groups.filter(({ services }) => services.length > 0), elsewhere: elsewhereIn(city, query.q, this.catalogue.services) });
  }

  @Endpoint(getService)
  get(@Input() { params, query }: RouteInput<typeof getService>): Result<RouteOutput<typeof getService>> {
    const offered = this.catalogue.offered(params.serviceId, query.city);
    return offered.ok ? ok(offered.value.service.definition) : offered;
  }
}
