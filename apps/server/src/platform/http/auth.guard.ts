import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Route } from '@yuezheng/shared-types';
import { SessionReader } from '../auth/caller';
import { ROUTE } from './endpoint';
import { Refused } from './problem';

const BEARER = /^Bearer ([\w.~+/-]{20,200}=*)$/i;

/** Lets a request reach its handler only with the session that the contract's `auth` asks for. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route || route.auth === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const header = request.headers.authorization;
    if (!header) throw new Refused({ code: 'not-logged-in' });
    const token = BEARER.exec(header)?.[1];
    const caller = token && (route.auth === 'resident' ? await this.sessions.resident(token) : await this.sessions.staff(token));
    if (!caller) throw new Refused({ code: 'session-ended' });
    request.caller = caller;
    return true;
  }
}
