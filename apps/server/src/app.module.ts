import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AccountsModule } from './accounts/accounts.module';
import { CasesModule } from './cases/cases.module';
import { CatalogueModule } from './catalogue/catalogue.module';
import type { Config } from './config/config';
import { EffectsModule } from './effects/effects.module';
import { ExchangeModule } from './exchange/exchange.module';
import { LivePassModule } from './live-pass/live-pass.module';
import { MessagesModule } from './messages/messages.module';
import { PermitsModule } from './permits/permits.module';
import { RemindersModule } from './reminders/reminders.module';
import { FilesModule } from './files/files.module';
import { ReviewModule } from './review/review.module';
import type { Clock } from './platform/clock/clock';
import type { Logs } from './platform/logging/logging';
import { PlatformModule } from './platform/platform.module';
import { SmsModule } from './sms/sms.module';
import { WechatModule } from './wechat/wechat.module';

/** The whole server. */
@Module({})
export class AppModule {
  /** @param more providers besides the server's own: specs bring tasks of theirs */
  static with(config: Config, clock: Clock, logs: Logs, more: readonly Type[] = []): DynamicModule {
    return {
      module: AppModule,
      providers: [...more],
      imports: [
        LoggerModule.forRoot(logs.events),
        PlatformModule.with(config, clock),
        ExchangeModule,
        WechatModule,
        SmsModule,
        AccountsModule,
        CatalogueModule,
        FilesModule,
        EffectsModule,
        CasesModule,
        ReviewModule,
        RemindersModule,
        PermitsModule,
        MessagesModule,
        LivePassModule,
      ],
    };
  }
}
