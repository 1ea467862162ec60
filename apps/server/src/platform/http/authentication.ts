import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ok, refuse, type Result, type Route } from '@yuezheng/shared-types';
import { SessionReader, type Caller } from '../auth/caller';

const BEARER = /^Bearer ([\w.~+/-]{20,200}=*)$/i;

/** The token itself, however the scheme before it is spelled. */
export const bearerToken = ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined => BEARER.exec(headers.authorization ?? '')?.[1];

/** Finds the session that the contract's `auth` asks for. */
@Injectable()
export class Authentication {
  constructor(private readonly sessions: SessionReader) {}

  /** The caller, nobody on a public route, `not-logged-in` or `session-ended`. */
  async callerOf({ auth }: Route, { headers }: FastifyRequest): Promise<Result<Caller | undefined>> {
    if (auth === 'public') return ok(undefined);
    if (!headers.authorization) return refuse('not-logged-in');
    const token = bearerToken({ headers });
    const caller = token && (auth === 'resident' ? await this.sessions.resident(token) : await this.sessions.staff(token));
    return caller ? ok(caller) : refuse('session-ended');
  }
}
