import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** A request body as it came, and read as JSON where it is JSON. */
export interface ReceivedBody {
  raw: string;
  json?: unknown;
}

const EMPTY: ReceivedBody = { raw: '' };

const parseJson = (raw: string): unknown => {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Reads every body as text and tries JSON, whatever its content type says, as WeChat does. Signatures
 * are made over the text, so it is kept.
 */
export const readBodiesAsText = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, raw, done) => {
    const text = String(raw);
    done(null, { raw: text, json: parseJson(text) } satisfies ReceivedBody);
  });
};

export const bodyOf = (request: FastifyRequest): ReceivedBody =>
  request.body === undefined || request.body === null ? EMPTY : (request.body as ReceivedBody);

/** The body by the schema; undefined when it is not JSON or does not fit. */
export const parsedBody = <S extends z.ZodType>(request: FastifyRequest, schema: S): z.infer<S> | undefined =>
  schema.safeParse(bodyOf(request).json).data;
