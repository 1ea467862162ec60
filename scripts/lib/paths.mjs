import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Stamps of builds that are up to date; may be deleted at any time. */
export const CACHE_DIR = path.join(ROOT, '.cache');

/**
 * @param {...string} parts path relative to the project
 * @returns {string}
 */
export function fromRoot(...parts) {
  return path.join(ROOT, ...parts);
}
