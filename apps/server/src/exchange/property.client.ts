import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { PropertyRecords } from './payloads';

/** 不动产与租赁备案: homes and leases. */
@Injectable()
export class PropertyClient extends ExchangeSystem<PropertyRecords> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'property', PropertyRecords);
  }
}
