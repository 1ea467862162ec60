import { execFileSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';

/** Whose rights PostgreSQL runs with; nothing means our own. @typedef {{ uid: number, gid: number, name: string } | undefined} Identity */

/**
 * PostgreSQL refuses to run as root, so root lends it another user: postgres where there is one, else nobody.
 * @returns {Identity}
 */
export function postgresIdentity() {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find(([candidate]) => candidate === name);
    if (user) return { name, uid: Number(user[2]), gid: Number(user[3]) };
  }
  return { name: 'nobody', uid: 65_534, gid: 65_534 };
}

/**
 * @param {Identity} identity
 * @returns {{ uid?: number, gid?: number }} for spawn
 */
export function asUser(identity) {
  return identity ? { uid: identity.uid, gid: identity.gid } : {};
}

/**
 * @param {string} file
 * @param {Identity} identity
 */
export function giveTo(file, identity) {
  if (identity) chownSync(file, identity.uid, identity.gid);
}

/**
 * Whether that user passes a test of the shell: -r, -w or -x on a path, every folder above included.
 * @param {Identity} identity
 * @param {'-r' | '-w' | '-x'} test
 * @param {string} entry
 * @returns {boolean}
 */
export function userCan(identity, test, entry) {
  try {
    execFileSync('/bin/sh', ['-c', 'test "$1" "$2"', 'sh', test, entry], { ...asUser(identity), cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
