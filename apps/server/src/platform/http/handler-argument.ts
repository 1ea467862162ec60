import type { FastifyRequest } from 'fastify';

type Read = (request: FastifyRequest) => unknown;

const READERS = Symbol('handler-argument');

/** Makes a decorator for a parameter of an `@Endpoint` handler: `read` takes its value from the request, after all checks. */
export const handlerArgument = (read: Read) => (): ParameterDecorator => (target, method, index) => {
  const handler = Reflect.get(target, method ?? '') as object;
  const earlier = (Reflect.getMetadata(READERS, handler) ?? []) as readonly (readonly [number, Read])[];
  Reflect.defineMetadata(READERS, [...earlier, [index, read]], handler);
};

/**
 * Reads the arguments of a handler from a request, in order.
 * @throws when a parameter of the handler has no decorator
 */
export function argumentReader(handler: (...args: never[]) => unknown): (request: FastifyRequest) => unknown[] {
  const decorated = (Reflect.getMetadata(READERS, handler) ?? []) as readonly (readonly [number, Read])[];
  const readers = [...decorated].sort(([one], [other]) => one - other).map(([, read]) => read);
  if (readers.length !== handler.length) throw new Error(`${handler.name}: a parameter says not where its value comes from`);
  return (request) => readers.map((read) => read(request));
}
