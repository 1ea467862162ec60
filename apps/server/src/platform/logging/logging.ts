import type { IncomingMessage } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../../config/config';

interface LoggedRequest {
  readonly id?: unknown;
  readonly method?: string;
  readonly url?: string;
}

/** The path as the client sent it: middleware is mounted, so `url` alone may have lost its beginning. */
function pathOf(request: IncomingMessage): string {
  const whole = 'originalUrl' in request && typeof request.originalUrl === 'string' ? request.originalUrl : request.url;
  return whole?.split('?')[0] ?? '';
}

const isQuiet = (path: string): boolean => !path.startsWith('/api/') || path === '/api/health';

/** JSON logs: method, path without its query, status, duration. Headers, queries and bodies are never written. */
export function loggingOptions(config: Config): Params {
  return {
    forRoutes: ['{*path}'],
    pinoHttp: {
      level: config.env.LOG_LEVEL,
      autoLogging: { ignore: (request: IncomingMessage) => isQuiet(pathOf(request)) },
      quietReqLogger: true,
      serializers: {
        req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: url?.split('?')[0] }),
        res: ({ statusCode }: { statusCode?: number }) => ({ status: statusCode }),
      },
      redact: { paths: ['*.authorization', '*.token', '*.secret', '*.password', '*.idNumber', '*.phone', '*.name'], censor: '[…]' },
    },
  };
}
