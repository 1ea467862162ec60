import { Global, Module } from '@nestjs/common';
import { EffectDispatcher } from './effect-dispatcher';
import { EFFECT_HANDLERS, type EffectHandler } from './effect-handler';
import { EffectQueue } from './effect-queue';
import { EndorsePermitHandler } from './endorse-permit.handler';
import { IssuePermitHandler } from './issue-permit.handler';

/** Every handler, one a type of effect. A new one is a line here. */
const HANDLERS = [IssuePermitHandler, EndorsePermitHandler];

/** What approvals bring about. */
@Global()
@Module({
  providers: [
    ...HANDLERS,
    { provide: EFFECT_HANDLERS, useFactory: (...handlers: EffectHandler[]) => handlers, inject: HANDLERS },
    EffectDispatcher,
    EffectQueue,
  ],
  exports: [EffectDispatcher, EffectQueue],
})
export class EffectsModule {}
