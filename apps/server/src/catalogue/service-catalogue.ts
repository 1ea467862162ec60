import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { cityByCode, isOffered, serviceById, type City, type Service } from '@yuezheng/catalogue';
import { ok, refuse, type Result, type ServiceDefinition } from '@yuezheng/shared-types';
import { Config } from '../config/config';
import { canonicalJson } from '../platform/audit/canonical-json';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';

/** Injection token of the list of services; specs give another one. */
export const SERVICES = Symbol('services');

export interface OfferedService {
  readonly service: Service;
  readonly city: City;
}

interface DefinitionRow {
  body: ServiceDefinition;
}

/**
 * What can be applied for now, and every definition that was ever in force. Cases and drafts pin (id, version), and
 * an old record is always read with its own form.
 */
@Injectable()
export class ServiceCatalogue implements OnApplicationBootstrap {
  private readonly log = new Logger('catalogue');
  private readonly known = new Map<string, ServiceDefinition>();

  constructor(
    @Inject(SERVICES) readonly services: readonly Service[],
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes the present definitions down. A version that changed without a new number would change old cases with it. */
  async onApplicationBootstrap(): Promise<void> {
    for (const { definition } of this.services) {
      await this.register(definition);
      this.known.set(keyOf(definition.id, definition.version), definition);
    }
  }

  /** A service that may still be applied for. */
  service(id: string): Service | undefined {
    return serviceById(id, this.services);
  }

  /** The service in that city: `not-found` for an unknown service or city, `service-unavailable-in-city` where the city does not offer it. */
  offered(serviceId: string, cityCode: string): Result<OfferedService> {
    const service = this.service(serviceId);
    const city = cityByCode(cityCode);
    if (!service || !city) return refuse('not-found');
    return isOffered(service, city) ? ok({ service, city }) : refuse('service-unavailable-in-city');
  }

  /** @throws when that version was never registered: a fault of ours */
  async definition(id: string, version: number): Promise<ServiceDefinition> {
    const key = keyOf(id, version);
    const known = this.known.get(key);
    if (known) return known;
    const [row] = await this.database.query<DefinitionRow>('SELECT body FROM service_definitions WHERE id = $1 AND version = $2', [id, version]);
    if (!row) throw new Error(`definition ${key} is not registered`);
    this.known.set(key, row.body);
    return row.body;
  }

  private async register(definition: ServiceDefinition): Promise<void> {
    const { id, version } = definition;
    const values = [id, version, JSON.stringify(definition), this.clock.date()];
    await this.database.query('INSERT INTO service_definitions (id, version, body, registered_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id, version) DO NOTHING', values);
    const [row] = await this.database.query<DefinitionRow>('SELECT body FROM service_definitions WHERE id = $1 AND version = $2', [id, version]);
    if (row && canonicalJson(row.body) === canonicalJson(JSON.parse(JSON.stringify(definition)))) return;
    const complaint = `definition ${keyOf(id, version)} was changed without a new version`;
    if (this.config.env.NODE_ENV === 'production') throw new Error(complaint);
    this.log.warn(complaint);
    await this.database.query('UPDATE service_definitions SET body = $3, registered_at = $4 WHERE id = $1 AND version = $2', values);
  }
}

const keyOf = (id: string, version: number): string => `${id}@${version}`;
