import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { ExchangeSystem } from './exchange-system';
import { StoredPhoto } from './payloads';

/** 人口照片: the portrait on record. */
@Injectable()
export class PhotoClient extends ExchangeSystem<StoredPhoto> {
  constructor(config: Config, clock: Clock) {
    super(config, clock, 'population/photo', StoredPhoto);
  }
}
