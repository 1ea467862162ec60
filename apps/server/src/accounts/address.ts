import { handlerArgument } from '../platform/http/handler-argument';

/** The address from which the request came, as Fastify gives it. */
export const Address = handlerArgument((request) => request.ip);
