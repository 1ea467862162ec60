import path from 'node:path';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Config } from '../config/config';
import { Audit } from './audit/audit';
import { Clock } from './clock/clock';
import { FieldCipher } from './crypto/field-cipher';
import { KeyedHash } from './crypto/keyed-hash';
import { SealedJson } from './crypto/sealed-json';
import { createDataSource } from './database/data-source';
import { Database } from './database/database';
import { Authentication } from './http/authentication';
import { ConfigController } from './http/config.controller';
import { EndpointRoutes } from './http/endpoint-routes';
import { Faults } from './http/faults';
import { HealthController } from './http/health.controller';
import { Idempotency } from './http/idempotency';
import { ProblemFilter } from './http/problem.filter';
import { Outbox } from './outbox/outbox';
import { OutboxWorker } from './outbox/outbox-worker';
import { FileStorage } from './storage/file-storage';
import { S3Storage } from './storage/s3-storage';
import { Storage } from './storage/storage';

function createStorage({ env }: Config, cipher: FieldCipher): Storage {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (S3_ENDPOINT && S3_REGION && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return new S3Storage({ endpoint: S3_ENDPOINT, region: S3_REGION, bucket: S3_BUCKET, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }, cipher);
  }
  return new FileStorage(path.join(env.DATA_DIR, 'files'), cipher);
}

/** What every other module stands on; global, so that none of it has to be imported. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static with(config: Config, clock: Clock): DynamicModule {
    const open = [Audit, Clock, Config, Database, DataSource, FieldCipher, KeyedHash, Outbox, OutboxWorker, SealedJson, Storage];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, ConfigController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: DataSource, useFactory: () => createDataSource(config.env.DATABASE_URL, config.env.DATABASE_POOL).initialize() },
        { provide: Storage, useFactory: createStorage, inject: [Config, FieldCipher] },
        Audit, Authentication, Database, EndpointRoutes, Faults, FieldCipher, Idempotency, KeyedHash, Outbox, OutboxWorker, SealedJson,
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: open,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
