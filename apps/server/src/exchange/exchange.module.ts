import { Global, Module } from '@nestjs/common';
import { EmploymentClient } from './employment.client';
import { FactsLoader } from './facts.loader';
import { HkMacaoTaiwanClient } from './hk-macao-taiwan.client';
import { PermitHistoryClient } from './permit-history.client';
import { PhotoClient } from './photo.client';
import { PopulationClient } from './population.client';
import { PropertyClient } from './property.client';
import { ResidenceRegistrationClient } from './residence-registration.client';
import { SchoolingClient } from './schooling.client';
import { SocialInsuranceClient } from './social-insurance.client';

const CLIENTS = [
  EmploymentClient, HkMacaoTaiwanClient, PermitHistoryClient, PhotoClient, PopulationClient, PropertyClient,
  ResidenceRegistrationClient, SchoolingClient, SocialInsuranceClient,
];

/** The government data exchange: one client for each system. */
@Global()
@Module({ providers: [...CLIENTS, FactsLoader], exports: [...CLIENTS, FactsLoader] })
export class ExchangeModule {}
