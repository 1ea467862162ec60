import type { Params } from 'nestjs-pino';
import { destination, pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../../config/config';

/** Written in blocks, at least once a second, and at the end of the process: a request does not wait for its log. */
const BUFFERED = { sync: false, minLength: 4096, periodicFlush: 1000 };

/** The two logs of a server, JSON lines on standard output. */
export interface Logs {
  /** What happened, in words; names and numbers of people that slip into it are struck out. */
  readonly events: Params;
  /** One line a request, made of known fields only: nothing in it has to be struck out. */
  readonly access: Logger;
}

interface LogSettings {
  readonly env: Pick<Config['env'], 'NODE_ENV' | 'LOG_LEVEL'>;
}

const standardOutput = ({ env }: LogSettings): DestinationStream => destination(env.NODE_ENV === 'test' ? { sync: true } : BUFFERED);

/** @param output where both logs go, line by line; standard output unless given */
export function openLogs(settings: LogSettings, output: DestinationStream = standardOutput(settings)): Logs {
  const { env } = settings;
  const redact = { paths: ['*.authorization', '*.token', '*.secret', '*.password', '*.idNumber', '*.phone', '*.name'], censor: '[…]' };
  const events = pino({ level: env.LOG_LEVEL, redact }, output);
  return { events: { forRoutes: [], pinoHttp: { logger: events } }, access: pino({ level: env.LOG_LEVEL }, output) };
}
