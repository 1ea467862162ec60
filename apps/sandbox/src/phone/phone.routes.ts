import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { pathValue } from '../http/query';
import type { Person } from '../population/person';
import { SUBSCRIBE_TEMPLATES, subscribeTemplateWithId } from '../wechat/templates';
import type { Wechat } from '../wechat/wechat';
import { phoneOwner } from './phone-owner';

const MAX_TEMPLATES_PER_REQUEST = 3;

const subscribeAnswer = z.strictObject({
  templateIds: z.array(z.string()).min(1).max(MAX_TEMPLATES_PER_REQUEST),
  accept: z.boolean(),
});
const followChange = z.strictObject({ follow: z.boolean() });
const faceOutcome = z.strictObject({ result: z.enum(['pass', 'fail', 'cancel']) });

type Handle = (person: Person, request: FastifyRequest, reply: FastifyReply) => object;

const badBody = (reply: FastifyReply, message: string): object =>
  reply.code(400).send({ code: 'BAD_REQUEST', message });

/** What the WeChat app itself does on a phone, for the mini-program's H5 and for tests: /phone/… */
export const phoneRoutes = (app: FastifyInstance, { population, inbox }: Sandbox, wechat: Wechat): void => {
  const { codes, subscriptions, followers, faces } = wechat;

  const onPhone = (method: 'GET' | 'POST', action: string, handle: Handle): void => {
    app.route({
      method,
      url: `/phone/:key${action}`,
      handler: (request, reply) => {
        const person = phoneOwner(population, codes, pathValue(request, 'key'));
        if (person !== undefined) return handle(person, request, reply);
        return reply.code(404).send({ code: 'NOT_FOUND', message: '没有这部手机。' });
      },
    });
  };

  onPhone('GET', '', (person) => ({
    personId: person.personId,
    name: person.name,
    phone: person.phone,
    follows: followers.includes(person),
  }));
  onPhone('GET', '/messages', (person) => ({ messages: inbox.of(person) }));
  onPhone('POST', '/clear', (person) => {
    inbox.clear(person);
    return { messages: [] };
  });
  onPhone('POST', '/login-code', (person) => ({ code: codes.issue('login', person) }));
  onPhone('POST', '/phone-code', (person) => ({ code: codes.issue('phone-number', person) }));

  onPhone('GET', '/subscriptions', (person) => ({
    templates: Object.values(SUBSCRIBE_TEMPLATES).map(({ id, title }) => ({
      id,
      title,
      answer: subscriptions.answerOf(person, id) ?? 'never-asked',
    })),
  }));
  /** Answers as the success callback of wx.requestSubscribeMessage: `{ errMsg, [templateId]: 'accept' | 'reject' }`. */
  onPhone('POST', '/subscriptions', (person, request, reply) => {
    const body = parsedBody(request, subscribeAnswer);
    if (body === undefined) return badBody(reply, '一次最多选择三个模板，并说明接受还是拒绝。');
    if (!body.templateIds.every(subscribeTemplateWithId)) return badBody(reply, '没有这个订阅消息模板。');
    const answer = body.accept ? 'accept' : 'reject';
    subscriptions.answer(person, body.templateIds, answer);
    return {
      errMsg: 'requestSubscribeMessage:ok',
      ...Object.fromEntries(body.templateIds.map((id) => [id, answer])),
    };
  });

  onPhone('POST', '/official-account', (person, request, reply) => {
    const body = parsedBody(request, followChange);
    if (body === undefined) return badBody(reply, '请说明关注还是取消关注。');
    followers.set(person, body.follow);
    return { follows: body.follow };
  });

  app.post('/phone/face/:verifyId', (request, reply) => {
    const body = parsedBody(request, faceOutcome);
    if (body === undefined) return badBody(reply, '结果应为 pass、fail 或 cancel。');
    const session = faces.find(pathValue(request, 'verifyId'));
    if (session === undefined || faces.isExpired(session)) {
      return reply.code(404).send({ code: 'NOT_FOUND', message: '没有这次人脸核身，或已过期。' });
    }
    return { verifyRet: faces.complete(session, body.result) };
  });
};
