import { Global, Module } from '@nestjs/common';
import { SERVICES as BUILT_SERVICES } from '@yuezheng/catalogue';
import { CatalogueController } from './catalogue.controller';
import { ServiceCatalogue, SERVICES } from './service-catalogue';

/** What can be applied for, and where. */
@Global()
@Module({
  controllers: [CatalogueController],
  providers: [{ provide: SERVICES, useValue: BUILT_SERVICES }, ServiceCatalogue],
  exports: [ServiceCatalogue],
})
export class CatalogueModule {}
