import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const HASHED_ASSET = /[.-][\w-]{8,}\.(js|css|woff2?|png|jpe?g|svg|webp|wasm|ttf|map)$/;
/** What is no page of the application at `/`, whoever serves it. */
const OTHERS = /^\/(api|sandbox)(\/|\?|$)/;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

export interface Site {
  /** Folder of a built single-page application. */
  readonly folder: string;
  /** `/` or `/console/` */
  readonly prefix: `/${string}`;
  /** `https://…` at which people reach the site: Safari before 15.4 does not count WebSocket at the same place as 'self'. */
  readonly publicUrl: string;
}

/** Serves a single-page application: its files, and its index for every other path below the prefix. */
export async function serveSite(server: FastifyInstance, { folder, prefix, publicUrl }: Site): Promise<void> {
  const root = path.resolve(folder);
  const index = path.join(root, 'index.html');
  if (!existsSync(index)) return;
  const files = new Set(readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/')));
  const policy = contentPolicy(readFileSync(index, 'utf8'), publicUrl);
  await server.register(async (scope) => {
    await scope.register(staticFiles, { root, serve: false, cacheControl: false });
    const send = (request: FastifyRequest, reply: FastifyReply): FastifyReply | void => {
      const wanted = (request.params as { '*'?: string })['*'] ?? '';
      const isAsset = path.extname(wanted) !== '' && !wanted.endsWith('.html');
      if (isAsset && files.has(wanted)) {
        if (wanted === 'sw.js') void reply.header('service-worker-allowed', prefix.slice(0, -1) || '/');
        return sendFile(reply, wanted, policy);
      }
      return isAsset || OTHERS.test(request.url) ? reply.callNotFound() : sendFile(reply, 'index.html', policy);
    };
    scope.get(`${prefix}*`, send);
    if (prefix !== '/') scope.get(prefix.slice(0, -1), (_request, reply) => reply.redirect(prefix));
  });
}

function sendFile(reply: FastifyReply, file: string, policy: string): FastifyReply {
  const immutable = HASHED_ASSET.test(file);
  void reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (file.endsWith('.html')) void reply.header('content-security-policy', policy);
  return reply.sendFile(file);
}

/** Only the page's own scripts run: its files, and the inline ones that the build wrote, by their hash. */
function contentPolicy(html: string, publicUrl: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map((match) => `'sha256-${createHash('sha256').update(match[1] ?? '').digest('base64')}'`);
  return [
    `default-src 'self'`,
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`.trim(),
    `style-src 'self' 'unsafe-inline'`,
    // A picture chosen on the phone is read back through its blob address before it is uploaded.
    `connect-src 'self' blob: ${new URL(publicUrl).origin.replace(/^http/, 'ws')}`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `media-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `frame-ancestors 'self'`,
    `base-uri 'self'`,
    `object-src 'none'`,
  ].join('; ');
}
