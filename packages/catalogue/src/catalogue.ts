import type { ServiceSummary } from '@yuezheng/shared-types';
import { applyResidencePermit } from './apply';
import type { City } from './cities/city';
import { endorseResidencePermit } from './endorse';
import { isFoundIn, wordsOf } from './search/match';
import type { Service } from './service';

/** Everything that people can apply for. A new service is one line here and one folder beside. */
export const SERVICES: readonly Service[] = [applyResidencePermit, endorseResidencePermit];

/** Where the holder of a residence permit is sent: for another year, or for a new permit. */
export const PERMIT_SERVICES = { apply: applyResidencePermit.definition.id, endorse: endorseResidencePermit.definition.id } as const;

/** Headings on the home page, in order. */
export const GROUPS: readonly { readonly id: string; readonly title: string }[] = [{ id: 'residence-permit', title: '居住证' }];

/** The service of that id; nothing for one that is not, or no longer, offered anywhere. */
export const serviceById = (id: string, services: readonly Service[] = SERVICES): Service | undefined => services.find((service) => service.definition.id === id);

/** Whether a city offers a service (row A2). */
export const isOffered = (service: Service, city: City): boolean => (city.coverage as readonly string[]).includes(service.definition.id);

/** Where a search for a service looks. */
export const searchText = ({ definition }: Service): string => [definition.title, definition.summary, ...definition.keywords].join(' ');

/** What a city offers of what is built; with `query`, what its words match (row A1). */
export const servicesIn = (city: City, query = '', services: readonly Service[] = SERVICES): Service[] => {
  const words = wordsOf(query);
  return services.filter((service) => isOffered(service, city) && isFoundIn(words, searchText(service)));
};

/** A service as it stands in a list. */
export const summaryOf = ({ definition: { id, title, shortTitle, icon, group, summary } }: Service): ServiceSummary => ({ id, title, shortTitle, icon, group, summary });
