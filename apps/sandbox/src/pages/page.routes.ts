import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Sandbox } from '../context';
import { pathValue, queryValue, wantsPage } from '../http/query';
import { isArchetype } from '../population/archetypes';
import { clockReading } from '../time/clock.routes';
import { isPagePath } from '../wechat/page-path';
import type { Wechat } from '../wechat/wechat';
import { appAddress } from './app-address';
import { clockPage } from './clock.page';
import { feedOf } from './feed';
import { html } from './html';
import { indexPage } from './index.page';
import { document } from './layout';
import { phonePage } from './phone.page';
import { SCRIPT } from './script';
import { STYLES } from './styles';
import { switchesPage } from './switches.page';

const sendPage = (reply: FastifyReply, markup: string, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(markup);

const noSuchPhone = (sandbox: Sandbox, reply: FastifyReply): FastifyReply => {
  const content = html`<div class="card empty">没有这部手机。<br /><a href="../.">回到测试居民</a></div>`;
  return sendPage(reply, document({ title: '没有这部手机', root: '../', content }, sandbox), 404);
};

/** Pages for people. GET /clock and GET /switches answer programs with JSON. */
export const pageRoutes = (app: FastifyInstance, sandbox: Sandbox, wechat: Wechat): void => {
  const { population, switches } = sandbox;

  app.get('/assets/sandbox.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLES));
  app.get('/assets/sandbox.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(SCRIPT),
  );

  app.get('/', (request, reply) => {
    const archetype = queryValue(request, 'archetype');
    const query = {
      text: queryValue(request, 'text') || undefined,
      city: queryValue(request, 'city') || undefined,
      archetype: isArchetype(archetype) ? archetype : undefined,
    };
    return sendPage(reply, indexPage(sandbox, query));
  });

  app.get('/phones/:personId', (request, reply) => {
    const person = population.withId(pathValue(request, 'personId'));
    return person === undefined
      ? noSuchPhone(sandbox, reply)
      : sendPage(reply, phonePage(person, sandbox, wechat));
  });

  app.get('/phones/:personId/feed', (request, reply) => {
    const person = population.withId(pathValue(request, 'personId'));
    return person === undefined
      ? noSuchPhone(sandbox, reply)
      : sendPage(reply, feedOf(person, sandbox, wechat).markup);
  });

  /** A tap on a message or on 打开粤证: hands out a log-in code and goes to the mini-program's H5. */
  app.get('/phones/:personId/open', (request, reply) => {
    const person = population.withId(pathValue(request, 'personId'));
    if (person === undefined) return noSuchPhone(sandbox, reply);
    const page = queryValue(request, 'page');
    const code = wechat.codes.issue('login', person);
    return reply.redirect(appAddress(sandbox, request, code, isPagePath(page) ? page : ''), 302);
  });

  app.get('/switches', (request, reply) =>
    wantsPage(request) ? sendPage(reply, switchesPage(sandbox)) : { switches: switches.all() },
  );

  app.get('/clock', (request, reply) =>
    wantsPage(request) ? sendPage(reply, clockPage(sandbox)) : clockReading(sandbox),
  );
};
