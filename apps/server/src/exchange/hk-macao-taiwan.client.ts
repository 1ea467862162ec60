import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { HkMacaoTaiwanHolding } from './payloads';

/** 港澳台居民居住证: whether the person holds one. */
@Injectable()
export class HkMacaoTaiwanClient extends ExchangeSystem<HkMacaoTaiwanHolding> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'residence-permit/hk-macao-taiwan', HkMacaoTaiwanHolding);
  }
}
