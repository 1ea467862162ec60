import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { ResidenceRegistration } from './payloads';

/** 居住登记: where the person was registered as living. */
@Injectable()
export class ResidenceRegistrationClient extends ExchangeSystem<ResidenceRegistration[]> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'residence-registration', z.array(ResidenceRegistration));
  }
}
