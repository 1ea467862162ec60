import { Problem } from './problem.mjs';

/** The oldest Node that everything here was run on. */
const OLDEST = [20, 19];

/**
 * @param {string} [version] for example “20.19.0”
 * @throws {Problem} when this Node is too old
 */
export function requireSupportedNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Problem(
    `Node.js ${version} 太旧，需要 ${OLDEST.join('.')} 或更新的版本。Node.js ${version} is too old; ${OLDEST.join('.')} or newer is needed.`,
    '请从 https://nodejs.org 安装较新的版本后重试。Install a newer one from https://nodejs.org and try again.',
  );
}
