import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { SchoolingRecord } from './payloads';

/** 学籍: enrolments. */
@Injectable()
export class SchoolingClient extends ExchangeSystem<SchoolingRecord[]> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'schooling', z.array(SchoolingRecord));
  }
}
