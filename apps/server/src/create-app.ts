import compress from '@fastify/compress';
import proxy from '@fastify/http-proxy';
import multipart from '@fastify/multipart';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { ShowingChannels } from './live-pass/showing-channel/showing-channels';
import type { Clock } from './platform/clock/clock';
import { newId } from './platform/database/new-id';
import { EndpointRoutes } from './platform/http/endpoint-routes';
import { openApiDocument } from './platform/http/openapi';
import { sendProblem, type ProblemReply } from './platform/http/problem';
import { securityHeaders } from './platform/http/security-headers';
import { serveSite } from './platform/http/static-sites';
import { throttle } from './platform/http/throttle';
import { MAX_UPLOAD_BYTES } from './platform/http/upload';
import { accessLog } from './platform/logging/access-log';
import { openLogs } from './platform/logging/logging';

const MAX_JSON_BYTES = 1024 * 1024;

/**
 * Builds the server on a migrated database, ready to listen or to be injected into.
 * @param more providers besides the server's own: specs bring tasks of theirs
 */
export async function createApp(config: Config, clock: Clock, more: readonly Type[] = []): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_JSON_BYTES,
    trustProxy: config.env.TRUST_PROXY,
    genReqId: newId,
    forceCloseConnections: true,
    frameworkErrors: (_error: unknown, request: { readonly id: string }, reply: ProblemReply) => sendProblem(reply, { code: 'invalid-request' }, request.id),
  });
  const logs = openLogs(config);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock, logs, more), adapter, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  accessLog(server, logs.access);
  const channels = app.get(ShowingChannels);
  await channels.prepare(server);
  await addPlumbing(server, config);
  app.get(EndpointRoutes).addTo(server, '/api');
  channels.addTo(server, '/api');
  SwaggerModule.setup('api/docs', app, openApiDocument() as unknown as OpenAPIObject, { jsonDocumentUrl: 'api/openapi.json', yamlDocumentUrl: 'api/openapi.yaml', customSiteTitle: '粤证 API' });
  await app.init();
  await server.ready();
  return app;
}

async function addPlumbing(server: FastifyInstance, config: Config): Promise<void> {
  const { env } = config;
  securityHeaders(server, env.NODE_ENV === 'production');
  throttle(server, { perIp: env.RATE_LIMIT_PER_IP, perSession: env.RATE_LIMIT_PER_SESSION });
  await server.register(compress, { threshold: 2048, encodings: ['gzip'], globalDecompression: false });
  await server.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 5, parts: 6 } });
  if (env.SANDBOX_URL) await server.register(proxy, { upstream: env.SANDBOX_URL, prefix: '/sandbox', rewritePrefix: '/' });
  if (env.CONSOLE_DIR) await serveSite(server, { folder: env.CONSOLE_DIR, prefix: '/console/', publicUrl: env.PUBLIC_URL });
  if (env.H5_DIR) await serveSite(server, { folder: env.H5_DIR, prefix: '/', publicUrl: env.PUBLIC_URL });
}
