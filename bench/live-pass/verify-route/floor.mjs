import fastify from 'fastify';
import pg from 'pg';
import { decodeKeySet, examine } from '@yuezheng/live-pass';
import { createNodeContext } from '@yuezheng/live-pass/node';

// What the route cannot be quicker than: the same two operations, verification and the commit of the single use, with
// nothing around them. No log-in, no record, no audit, no checks of the input.

const { DATABASE_URL = '', KEY_SET = '' } = process.env;
const keySet = decodeKeySet(new Uint8Array(Buffer.from(KEY_SET, 'base64url')));
if (!keySet.ok) throw new Error(keySet.error);
const issuerKeys = keySet.value;
const ctx = createNodeContext();
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16 });
await pool.query('CREATE TABLE uses (presentation_id text PRIMARY KEY, used_at timestamptz NOT NULL)');

const USE = { name: 'use', text: 'INSERT INTO uses (presentation_id, used_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1' };

const server = fastify();
server.post('/verify', async (request) => {
  const { code, now } = /** @type {{ code: string, now: number }} */ (request.body);
  const examined = examine(code, { now, issuerKeys, ctx });
  if (examined.kind === 'refused') return { kind: 'refused', reason: examined.reason };
  const used = await pool.query({ ...USE, values: [examined.presentationId, new Date(now)] });
  return used.rowCount === 1 ? { kind: 'accepted', name: examined.credential.maskedName } : { kind: 'refused', reason: 'already-used' };
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.stdin.resume().on('end', () => process.exit(0));
process.stdout.write('listening\n');
