import { z, DivisionCode, Text } from '../schema';
import { defineRoute } from '../route';
import { ServiceDefinition, ServiceSummary } from './definition';

export const Division = z.object({ code: DivisionCode, name: z.string() });
export type Division = z.infer<typeof Division>;

export const City = z.extend(Division, {
  /** First letter of the name in pinyin, for the index. */
  initial: z.string(),
  /** The name in pinyin, in small letters; lists are in its order. */
  pinyin: z.string(),
  districts: z.array(Division),
});
export type City = z.infer<typeof City>;

export const ServiceGroup = z.object({ id: z.string(), title: z.string(), services: z.array(ServiceSummary) });

/** Something that cannot be done here, with the reason and where to go instead. */
export const Elsewhere = z.object({ title: z.string(), text: z.string() });
export type Elsewhere = z.infer<typeof Elsewhere>;

export const listCities = defineRoute({
  method: 'GET', path: '/cities', summary: '全省 21 个地级以上市及其区县', auth: 'public',
  response: z.object({ cities: z.array(City) }), errors: [],
});

export const listServices = defineRoute({
  method: 'GET', path: '/services', summary: '所选城市可办的事项（可搜索）', auth: 'public',
  query: z.object({ city: DivisionCode, q: z.optional(Text(40)) }),
  response: z.object({
    groups: z.array(ServiceGroup),
    /** What the city does not offer; in a search, also what is done elsewhere altogether. */
    elsewhere: z.array(Elsewhere),
  }),
  errors: ['not-found'],
});

export const getService = defineRoute({
  method: 'GET', path: '/services/:serviceId', summary: '办事指南与表单定义', auth: 'public',
  params: z.object({ serviceId: Text(60) }), query: z.object({ city: DivisionCode }),
  response: ServiceDefinition, errors: ['not-found', 'service-unavailable-in-city'],
});

/** What the phone must know about where it runs. `sandboxUrl` is absent in production. */
export const getConfig = defineRoute({
  method: 'GET', path: '/config', summary: '运行环境', auth: 'public',
  response: z.object({
    sandboxUrl: z.optional(z.string()),
    /** Server time in milliseconds since the epoch. */
    now: z.number(),
    subscribeTemplates: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  errors: [],
});
