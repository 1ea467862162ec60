import { createRequire } from 'node:module';
import { fromRoot } from './paths.mjs';
import { codeOf, Problem } from './problem.mjs';

const EXAMPLE = 'postgres://yuezheng:password@db.example:5432/yuezheng';

/**
 * @param {string} text the DATABASE_URL variable
 * @returns {URL}
 * @throws {Problem} when it is not the address of a PostgreSQL database
 */
export function parseDatabaseUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return url;
  // The text itself may hold a password, so it is not repeated.
  throw new Problem('DATABASE_URL 不是有效的 PostgreSQL 地址。DATABASE_URL is not a PostgreSQL address.', `例如 For example: ${EXAMPLE}`);
}

/**
 * Says hello to an external database, so that a wrong address or password shows before anything is started.
 * @param {string} databaseUrl
 * @throws {Problem} naming the host, never the password
 */
export async function requireReachable(databaseUrl) {
  const place = placeOf(parseDatabaseUrl(databaseUrl));
  const { Client } = createRequire(fromRoot('package.json'))('pg');
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 8_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    requireRecent(Number(rows[0]?.server_version_num), place);
  } catch (error) {
    throw error instanceof Problem ? error : explainConnectionError(error, place);
  } finally {
    // Not waited for: a stranger at that port may never say goodbye.
    client.end().catch(() => {});
  }
}

/** @param {URL} url */
function placeOf(url) {
  return `${url.hostname}:${url.port || 5432}${url.pathname}`;
}

/**
 * @param {number} version as PostgreSQL's server_version_num, for example 160004
 * @param {string} place
 */
function requireRecent(version, place) {
  if (version >= 160_000) return;
  throw new Problem(`${place} 的 PostgreSQL 版本太旧，需要 16 或更新。PostgreSQL 16 or newer is needed.`);
}

/**
 * @param {unknown} error
 * @param {string} place
 * @returns {Problem}
 */
export function explainConnectionError(error, place) {
  const code = codeOf(error) ?? '';
  const said = error instanceof Error ? error.message : String(error);
  if (code === '28P01' || code === '28000' || /password|SASL/i.test(said)) {
    return new Problem(`数据库 ${place} 拒绝了用户名或密码。The database refused the user name or password.`, '请检查 DATABASE_URL。Check DATABASE_URL.');
  }
  if (code === '3D000') {
    return new Problem(`数据库 ${place} 不存在。That database does not exist.`, '请先用 createdb 建立，或改正 DATABASE_URL。Create it first, or correct DATABASE_URL.');
  }
  return new Problem(
    `连不上数据库 ${place}（${code || said}）。The database cannot be reached.`,
    '请检查 DATABASE_URL、网络与防火墙；去掉 DATABASE_URL 则使用内置数据库。Check DATABASE_URL and the network, or unset it to use the embedded database.',
  );
}
