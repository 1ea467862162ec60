import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EarlierPermits } from './earlier-permits';
import { HeldPermitReader } from './held-permit.reader';
import { Holders } from './holders';
import { HomeController } from './home/home.controller';
import { Home } from './home/home.service';
import { PermitTodos } from './home/permit-todos';
import { PermitPhotos } from './permit-photos';
import { PermitStore } from './permit-store';
import { PermitsController } from './permits.controller';
import { Permits } from './permits.service';
import { PortraitOnRecord } from './portrait-on-record';
import { VerificationHistory } from './verification-history';

/** Permits, the wallet and the home page. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [PermitsController, HomeController],
  providers: [EarlierPermits, HeldPermitReader, Holders, Home, PermitPhotos, PermitStore, PermitTodos, Permits, PortraitOnRecord, VerificationHistory],
  exports: [EarlierPermits, HeldPermitReader, Holders, PermitPhotos, PermitStore, Permits, PortraitOnRecord],
})
export class PermitsModule {}
