import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** @typedef {{ size: number, mtimeMs: number, sha: string }} FileMark */
/** @typedef {{ hash: string, files: Record<string, FileMark> }} Fingerprint */

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.swc', '.taro', '.cache', '.git', 'coverage']);

/**
 * What the given files and folders hold. Files whose size and time have not changed since `previous` are not read again.
 * @param {string[]} inputs absolute paths; missing ones count as absent
 * @param {Fingerprint} [previous]
 * @param {(file: string) => boolean} [wanted] leaves out what cannot change the result, such as specs
 * @returns {Fingerprint}
 */
export function fingerprint(inputs, previous, wanted = () => true) {
  /** @type {Record<string, FileMark>} */
  const files = {};
  for (const input of inputs) {
    for (const file of listFiles(input)) {
      if (!wanted(file)) continue;
      const name = path.relative(ROOT, file);
      files[name] = markOf(file, previous?.files[name]);
    }
  }
  const overall = createHash('sha256');
  for (const name of Object.keys(files).sort()) overall.update(`${name}\0${files[name]?.sha}\n`);
  return { hash: overall.digest('hex'), files };
}

/**
 * @param {string} entry
 * @returns {string[]}
 */
function listFiles(entry) {
  const stat = statSync(entry, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return readdirSync(entry, { withFileTypes: true }).flatMap((child) => {
    if (child.isDirectory()) return SKIPPED_FOLDERS.has(child.name) ? [] : listFiles(path.join(entry, child.name));
    return child.isFile() ? [path.join(entry, child.name)] : [];
  });
}

/**
 * @param {string} file
 * @param {FileMark} [known]
 * @returns {FileMark}
 */
function markOf(file, known) {
  const { size, mtimeMs } = statSync(file);
  if (known && known.size === size && known.mtimeMs === mtimeMs) return known;
  return { size, mtimeMs, sha: createHash('sha256').update(readFileSync(file)).digest('hex') };
}

/**
 * @param {string} stampFile
 * @returns {Fingerprint | undefined} nothing when there is no stamp or it cannot be read
 */
export function readStamp(stampFile) {
  try {
    const value = JSON.parse(readFileSync(stampFile, 'utf8'));
    return typeof value?.hash === 'string' && typeof value.files === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} stampFile
 * @param {Fingerprint} value
 */
export function writeStamp(stampFile, value) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  const draft = `${stampFile}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(value));
  renameSync(draft, stampFile);
}

/**
 * @param {string[]} paths
 * @returns {boolean}
 */
export function allExist(paths) {
  return paths.every((entry) => existsSync(entry));
}
