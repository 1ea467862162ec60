import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DailySweep } from './daily-sweep';
import { EndorsementReminders } from './endorsement-reminders';

/** What happens every day by itself. */
@Module({ imports: [DiscoveryModule], providers: [DailySweep, EndorsementReminders], exports: [DailySweep] })
export class RemindersModule {}
