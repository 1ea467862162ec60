import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { SocialInsurance } from './payloads';

/** 社会保险: months paid. */
@Injectable()
export class SocialInsuranceClient extends ExchangeSystem<SocialInsurance[]> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'social-insurance', z.array(SocialInsurance));
  }
}
