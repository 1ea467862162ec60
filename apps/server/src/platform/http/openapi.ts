import { z } from 'zod';
import { CONTRACTS, ERRORS, getStatusList, Problem, type ErrorCode, type Route } from '@yuezheng/shared-types';
import { declaredErrors } from './declared-errors';
import { needsIdempotencyKey } from './endpoint';

type Json = Readonly<Record<string, unknown>>;
type Schema = z.core.$ZodType;

/** What the bytes of a route are where they are no photo. */
const BINARY_TYPES: ReadonlyMap<Route, string> = new Map<Route, string>([[getStatusList, 'application/statuslist+cwt']]);

const jsonSchema = (schema: Schema, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** The contract of every route as an OpenAPI 3.1 document. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [tag, routes] of Object.entries(CONTRACTS)) {
    for (const route of routes) {
      const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(tag, route) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: '粤证 API', version: '1', description: '每个写请求带 Idempotency-Key；拒绝以 application/problem+json（RFC 9457）回答，code 为稳定的错误码。' },
    servers: [{ url: '/' }],
    tags: Object.keys(CONTRACTS).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: '登录后得到的会话令牌' } },
      schemas: { Problem: jsonSchema(Problem, 'output') },
    },
  };
}

function operation(tag: string, route: Route): Json {
  return {
    tags: [tag],
    summary: route.summary,
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    ...(route.auth !== 'public' && { security: [{ session: [] }] }),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query'), ...idempotencyParameter(route)],
    ...(route.body && { requestBody: requestBody(route.body) }),
    responses: { 200: success(route), ...problems(route) },
  };
}

function parametersOf(schema: Schema | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: property }));
}

function idempotencyParameter(route: Route): Json[] {
  if (!needsIdempotencyKey(route)) return [];
  return [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 200 }, description: '同一次提交重发时不变' }];
}

function requestBody(body: Schema | 'multipart'): Json {
  if (body !== 'multipart') return { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } };
  const schema = { type: 'object', properties: { file: { type: 'string', contentMediaType: 'image/*' } }, required: ['file'] };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function success(route: Route): Json {
  if (route.response === 'binary') return { description: '图片或字节', content: { [BINARY_TYPES.get(route) ?? 'image/jpeg']: {} } };
  return { description: '成功', content: { 'application/json': { schema: jsonSchema(route.response, 'output') } } };
}

function problems(route: Route): Record<number, Json> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of declaredErrors(route)) byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, {
    description: codes.map((code) => `\`${code}\` ${ERRORS[code].sentence}`).join('\n\n'),
    content: { 'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }] } } },
  }]));
}
