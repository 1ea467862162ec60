import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { PermitHistoryEntry } from './payloads';

/** 历史居住证: permits issued at counters before. */
@Injectable()
export class PermitHistoryClient extends ExchangeSystem<PermitHistoryEntry[]> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'residence-permit/history', z.array(PermitHistoryEntry));
  }
}
