import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { EmploymentRecord } from './payloads';

/** 就业与营业执照: contracts on file and licences. */
@Injectable()
export class EmploymentClient extends ExchangeSystem<EmploymentRecord[]> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'employment', z.array(EmploymentRecord));
  }
}
