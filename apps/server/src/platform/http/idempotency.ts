import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ok, refuse, type Result, type Route } from '@yuezheng/shared-types';
import { canonicalJson } from '../audit/canonical-json';
import { actorKey } from '../auth/caller';
import { FieldCipher } from '../crypto/field-cipher';
import { sha256 } from '../crypto/keyed-hash';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { OutboxTask } from '../outbox/outbox-task';
import { keepsItsOwnRecord } from './endpoint';

const KEY = /^[\x21-\x7e]{8,200}$/;
const WAIT_MS = 10_000;
const POLL_MS = 50;

interface KeyRow {
  body_hash: Buffer;
  answer: Buffer | null;
}

interface Attempt {
  readonly actor: string;
  readonly key: string;
  readonly bodyHash: Buffer;
  /** Tells this attempt from one that took the key over. */
  readonly claim: string;
}

const CLAIM = {
  name: 'idempotency-claim',
  // A pending row this old belongs to a process that died: whoever comes next carries on.
  text: `INSERT INTO idempotency_keys AS k (actor, key, body_hash, claim, claimed_at) VALUES ($1, $2, $3, $4, now())
         ON CONFLICT (actor, key) DO UPDATE SET claim = excluded.claim, claimed_at = now()
         WHERE k.answer IS NULL AND k.body_hash = excluded.body_hash AND k.claimed_at < now() - interval '30 seconds'
         RETURNING key`,
};
const READ = { name: 'idempotency-read', text: 'SELECT body_hash, answer FROM idempotency_keys WHERE actor = $1 AND key = $2' };
const FINISH = { name: 'idempotency-finish', text: 'UPDATE idempotency_keys SET answer = $4 WHERE actor = $1 AND key = $2 AND claim = $3' };
const RELEASE = { name: 'idempotency-release', text: 'DELETE FROM idempotency_keys WHERE actor = $1 AND key = $2 AND claim = $3 AND answer IS NULL' };

/**
 * Makes a repeated write harmless: same key and same content, same answer; other content, `idempotency-mismatch`.
 * A twin that arrives meanwhile waits for the first one. A refused write left nothing behind, so its key is free again.
 * A process that dies between its commit and the stored answer makes the retry run the handler again: handlers
 * therefore guard themselves by version or state, as `already-submitted` does.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** @param handle the work; its answer, as JSON, is what a repetition gets */
  async run(route: Route, request: FastifyRequest, handle: () => Promise<Result<string>>): Promise<Result<string>> {
    const given = keyOf(request);
    if (!given.ok) return given;
    if (keepsItsOwnRecord(route)) return handle();
    if (!request.caller) throw new Error(`${route.path} has no caller`);
    const attempt = { actor: actorKey(request.caller), key: given.value, bodyHash: contentHash(route, request), claim: newId() };
    const deadline = performance.now() + WAIT_MS;
    for (;;) {
      if (await this.claim(attempt)) return this.perform(attempt, handle);
      const earlier = await this.earlier(attempt);
      if (earlier) return earlier;
      if (performance.now() > deadline) return refuse('too-many-requests');
      await pause(POLL_MS);
    }
  }

  @OutboxTask('idempotency.sweep', { cron: '20 19 * * *' })
  async sweep(): Promise<void> {
    await this.database.query(`DELETE FROM idempotency_keys WHERE claimed_at < now() - interval '7 days'`);
  }

  private async claim({ actor, key, bodyHash, claim }: Attempt): Promise<boolean> {
    return (await this.database.prepared(CLAIM, [actor, key, bodyHash, claim])).length === 1;
  }

  /** The stored answer or the mismatch; nothing while the first attempt is still at work or has just released the key. */
  private async earlier(attempt: Attempt): Promise<Result<string> | undefined> {
    const [row] = await this.database.prepared<KeyRow>(READ, [attempt.actor, attempt.key]);
    if (!row) return undefined;
    if (!row.body_hash.equals(attempt.bodyHash)) return refuse('idempotency-mismatch');
    return row.answer ? ok(this.cipher.open(contextOf(attempt), row.answer)) : undefined;
  }

  private async perform(attempt: Attempt, handle: () => Promise<Result<string>>): Promise<Result<string>> {
    const { actor, key, claim } = attempt;
    try {
      const answer = await handle();
      if (answer.ok) await this.database.prepared(FINISH, [actor, key, claim, this.cipher.seal(contextOf(attempt), answer.value)]);
      else await this.database.prepared(RELEASE, [actor, key, claim]);
      return answer;
    } catch (error) {
      await this.database.prepared(RELEASE, [actor, key, claim]);
      throw error;
    }
  }
}

function keyOf({ headers }: FastifyRequest): Result<string> {
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return refuse('idempotency-key-missing');
  if (KEY.test(key)) return ok(key);
  return refuse('invalid-request', { fields: [{ path: 'Idempotency-Key', code: 'invalid_format', message: '防重标识须为 8 至 200 个可见字符。' }] });
}

const contextOf = ({ actor }: Attempt) => ({ field: 'idempotency_keys.answer', owner: actor });

function contentHash(route: Route, request: FastifyRequest): Buffer {
  const file = request.uploadedFile && sha256(request.uploadedFile.bytes).toString('hex');
  return sha256(canonicalJson({ method: route.method, path: route.path, input: request.parsedInput, file }));
}
