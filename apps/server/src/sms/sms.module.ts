import { Global, Module } from '@nestjs/common';
import { SmsClient } from './sms.client';

/** Text messages. */
@Global()
@Module({ providers: [SmsClient], exports: [SmsClient] })
export class SmsModule {}
