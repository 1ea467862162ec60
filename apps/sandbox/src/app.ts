import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Sandbox } from './context';
import { exchangeRoutes } from './exchange/exchange.routes';
import { readBodiesAsText } from './http/body';
import { pageRoutes } from './pages/page.routes';
import { Inbox } from './phone/inbox';
import { phoneRoutes } from './phone/phone.routes';
import { populationOf } from './population/population';
import { populationRoutes } from './population/population.routes';
import { PortraitStudio } from './portraits/studio';
import { smsRoutes } from './sms/sms.routes';
import { StateStore } from './state/store';
import { switchRoutes } from './switches/switches.routes';
import { Switches } from './switches/switches';
import { createClock } from './time/clock';
import { clockRoutes } from './time/clock.routes';
import { shanghaiDay } from './time/local-date';
import { createWechat, wechatRoutes } from './wechat/wechat';

const BODY_LIMIT = 1_048_576;

/** How a sandbox is made; everything may be left out. */
export interface SandboxOptions {
  /** Where the mini-program's H5 lives, without a trailing slash. Left out: where the request came from. */
  appUrl?: string;
  /** Where the state is kept between runs. Left out: in memory only. */
  stateFile?: string;
  /** `YYYY-MM-DD`, from which people's records are counted. Left out: the state's, or today in Asia/Shanghai. */
  referenceDay?: string;
  /** The machine's clock, milliseconds since 1970. */
  machineNow?: () => number;
}

const createContext = (options: SandboxOptions): Sandbox => {
  const machineNow = options.machineNow ?? Date.now;
  const store = new StateStore(options.stateFile, shanghaiDay(machineNow()), options.referenceDay);
  const clock = createClock(store.state, machineNow);
  return {
    clock,
    store,
    population: populationOf(store.state.referenceDay),
    switches: new Switches(store),
    inbox: new Inbox(store, clock),
    portraits: new PortraitStudio(),
    appUrl: options.appUrl,
  };
};

/** Bad input is the caller's: only a fault of the sandbox itself is a 500. */
const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status >= 400 && status < 500)
      return reply.code(status).send({ code: 'BAD_REQUEST', message: '请求无法处理。' });
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return reply.code(500).send({ code: 'SANDBOX_FAULT', message: '沙盒出错了。' });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'NOT_FOUND', message: '沙盒没有这个地址。' }),
  );
};

/** The outside world as one HTTP server; `listen` or `inject` is up to the caller. */
export const createSandbox = (options: SandboxOptions = {}): FastifyInstance => {
  const sandbox = createContext(options);
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  });
  const wechat = createWechat(sandbox);
  readBodiesAsText(app);
  answerErrors(app);
  wechatRoutes(app, sandbox, wechat);
  smsRoutes(app, sandbox);
  exchangeRoutes(app, sandbox);
  phoneRoutes(app, sandbox, wechat);
  populationRoutes(app, sandbox);
  clockRoutes(app, sandbox);
  switchRoutes(app, sandbox);
  pageRoutes(app, sandbox, wechat);
  app.addHook('onClose', async () => sandbox.store.flush());
  return app;
};
