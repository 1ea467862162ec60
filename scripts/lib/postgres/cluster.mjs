import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem.mjs';
import { tail } from '../run.mjs';
import { asUser, giveTo } from './identity.mjs';

/** @typedef {import('./identity.mjs').Identity} Identity */
/** @typedef {import('./binaries.mjs').Binaries} Binaries */
/** @typedef {{ folder: string, identity: Identity, binaries: Binaries, throwaway: boolean }} Cluster */

export const USER = 'yuezheng';
export const DATABASE = 'yuezheng';

/** Nothing of the caller's language, time zone or PG… variables reaches the database. */
const CLEAN_ENV = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** UTF-8 whatever LANG is, with PostgreSQL's own collation, so that the order of rows is the same on every machine. */
const LOCALE = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/** Settings of a database that nobody will miss after the tests. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_wal_size=1GB'];

/** @param {Cluster} cluster */
export const dataOf = ({ folder }) => path.join(folder, 'data');

/** @param {Cluster} cluster */
export const logOf = ({ folder }) => path.join(folder, 'postgres.log');

/** @param {Cluster} cluster */
const passwordFileOf = ({ folder }) => path.join(folder, 'password');

/**
 * @param {Cluster} cluster
 * @returns {string} the password of USER
 */
export function passwordOf(cluster) {
  return readFileSync(passwordFileOf(cluster), 'utf8').trim();
}

/**
 * Makes the cluster with its one database, unless it is there. An interrupted attempt leaves only a draft behind.
 * @param {Cluster} cluster
 */
export function createIfMissing(cluster) {
  const data = dataOf(cluster);
  if (existsSync(path.join(data, 'PG_VERSION'))) {
    requireSameVersion(cluster);
    return;
  }
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  writePassword(cluster);
  const sync = cluster.throwaway ? ['--no-sync'] : [];
  const auth = ['-U', USER, `--pwfile=${passwordFileOf(cluster)}`, '-A', 'scram-sha-256'];
  runOnce(cluster, cluster.binaries.initdb, ['-D', draft, ...auth, ...LOCALE, ...sync]);
  runOnce(cluster, cluster.binaries.postgres, ['--single', '-D', draft, 'postgres'], `CREATE DATABASE ${DATABASE};\n`);
  renameSync(draft, data);
}

/** @param {Cluster} cluster */
function writePassword(cluster) {
  const file = passwordFileOf(cluster);
  rmSync(file, { force: true });
  writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  giveTo(file, cluster.identity);
}

/** @param {Cluster} cluster */
function requireSameVersion(cluster) {
  const data = readFileSync(path.join(dataOf(cluster), 'PG_VERSION'), 'utf8').trim();
  const said = spawnSync(cluster.binaries.postgres, ['--version'], { encoding: 'utf8', cwd: '/', env: CLEAN_ENV, ...asUser(cluster.identity) });
  const program = /(\d+)\./.exec(said.stdout ?? '')?.[1];
  if (!program || program === data) return;
  throw new Problem(
    `数据目录由 PostgreSQL ${data} 创建，而内置的是 ${program}。The data were made by PostgreSQL ${data}, the embedded one is ${program}.`,
    '请用 pg_dump 导出后换一个 DATA_DIR，或删除旧数据。Dump the data and choose another DATA_DIR.',
  );
}

/**
 * @param {Cluster} cluster
 * @param {string} program
 * @param {string[]} args
 * @param {string} [input]
 */
function runOnce(cluster, program, args, input) {
  const result = spawnSync(program, args, {
    cwd: cluster.folder,
    env: CLEAN_ENV,
    input: input ?? '',
    encoding: 'utf8',
    ...asUser(cluster.identity),
  });
  if (result.status === 0) return;
  const said = result.error ? result.error.message : `${result.stdout}${result.stderr}`;
  throw explainFailure(said);
}

/**
 * Starts the postmaster in a session of its own: a Ctrl-C in the terminal must not stop it before those who use it.
 * @param {Cluster} cluster
 * @param {number} port of 127.0.0.1
 * @returns {import('node:child_process').ChildProcess}
 */
export function launch(cluster, port) {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(cluster.throwaway ? FAST : []),
  ];
  const log = openSync(logOf(cluster), 'a', 0o600);
  giveTo(logOf(cluster), cluster.identity);
  const child = spawn(cluster.binaries.postgres, ['-D', dataOf(cluster), ...settings.flatMap((setting) => ['-c', setting])], {
    cwd: cluster.folder,
    env: CLEAN_ENV,
    detached: true,
    stdio: ['ignore', log, log],
    ...asUser(cluster.identity),
  });
  closeSync(log);
  child.unref();
  return child;
}

/**
 * @param {string} said by PostgreSQL's programs
 * @returns {Problem}
 */
export function explainFailure(said) {
  if (/no space left|ENOSPC|could not (write|extend).*space/i.test(said)) {
    return new Problem('磁盘已满，内置数据库无法启动。Disk full: the embedded database cannot start.', '请腾出至少 1 GB 空间。Free at least 1 GB.');
  }
  return new Problem(
    '内置 PostgreSQL 无法启动。The embedded PostgreSQL cannot start.',
    '也可以用 DATABASE_URL 连接您自己的 PostgreSQL。You may point DATABASE_URL to your own server.',
    tail(said, 12),
  );
}
