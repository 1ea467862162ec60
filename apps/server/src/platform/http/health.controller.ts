import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/database';
import { OutboxWorker } from '../outbox/outbox-worker';

/** For load balancers and the start script: 200 once the database answers and the job runner works, else 503. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly worker: OutboxWorker,
  ) {}

  @Get()
  async check(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' | 'starting'; database: boolean; jobs: boolean }> {
    const database = await this.databaseAnswers();
    const jobs = this.worker.running;
    const ready = database && jobs;
    void reply.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).header('cache-control', 'no-store');
    return { status: ready ? 'ok' : 'starting', database, jobs };
  }

  private async databaseAnswers(): Promise<boolean> {
    try {
      // The table is made by our migrations, so this also says that they ran.
      await this.database.query('SELECT 1 FROM effects_done LIMIT 1');
      return true;
    } catch {
      return false;
    }
  }
}
