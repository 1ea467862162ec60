import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module';
import { QueueStore } from './queue.store';
import { ReviewDesk } from './review-desk';
import { ReviewQueue } from './review-queue';
import { ReviewController } from './review.controller';

/** What reviewers see and decide. */
@Module({ imports: [CasesModule], controllers: [ReviewController], providers: [QueueStore, ReviewDesk, ReviewQueue] })
export class ReviewModule {}
