import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { RegisteredPerson } from './payloads';

/** 人口信息 of the public security side: who a person is, and whose guardian. */
@Injectable()
export class PopulationClient extends ExchangeSystem<RegisteredPerson> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'population', RegisteredPerson);
  }
}
