import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainFileError, Problem } from '../problem.mjs';
import { giveTo, userCan } from './identity.mjs';

/** @typedef {import('./identity.mjs').Identity} Identity */

/**
 * The folder that holds the database of a DATA_DIR. It lies inside, unless PostgreSQL's user cannot go there
 * (root's own home, say): then in /var/lib or /var/tmp, and DATA_DIR/postgres-location says where.
 * @param {string} dataDir
 * @param {Identity} identity
 * @returns {string} an existing folder which that user owns
 */
export function databaseFolder(dataDir, identity) {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    const pointer = path.join(dataDir, 'postgres-location');
    const known = readPointer(pointer);
    if (known) return prepare(known, identity);
    if (!identity || userCan(identity, '-x', dataDir)) return prepare(path.join(dataDir, 'postgres'), identity);
    const outside = prepare(path.join(outsideBase(), `yuezheng-${digest(dataDir)}`), identity);
    writeFileSync(pointer, `${outside}\n`);
    return outside;
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}

/** @param {string} pointer */
function readPointer(pointer) {
  try {
    return readFileSync(pointer, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {Identity} identity
 */
function prepare(folder, identity) {
  mkdirSync(folder, { recursive: true });
  giveTo(folder, identity);
  chmodSync(folder, 0o700);
  if (!userCan(identity, '-w', folder)) {
    throw new Problem(
      `数据库目录 ${folder} 不能由用户 ${identity?.name ?? '当前用户'} 写入。The database folder cannot be written.`,
      '它可能是由其他用户创建的：请换一个 DATA_DIR，或修正所有者。It may have been made by another user: choose another DATA_DIR or fix its owner.',
    );
  }
  return folder;
}

function outsideBase() {
  try {
    accessSync('/var/lib', constants.W_OK);
    return '/var/lib';
  } catch {
    return '/var/tmp';
  }
}

/** @param {string} text */
function digest(text) {
  return createHash('sha256').update(path.resolve(text)).digest('hex').slice(0, 16);
}
