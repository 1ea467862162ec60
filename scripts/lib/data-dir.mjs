import { mkdirSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { tryLock } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { explainFileError, Problem } from './problem.mjs';

/** How long a copy that was told to stop may take to let go of its folder. */
const PATIENCE_MS = 3_000;

const MEGABYTE = 1024 * 1024;

/** Enough for the database, its log and a day of trying things out. */
const ROOM_TO_RUN = 300;

/** What node_modules, the package manager's store and the builds take the first time. */
const ROOM_TO_INSTALL = 2_500;

/**
 * @param {string | undefined} text the DATA_DIR variable
 * @returns {string} absolute
 */
export function parseDataDir(text) {
  return path.resolve(ROOT, text || '.data');
}

/**
 * Makes the folder and takes it for this copy alone. One that is just being stopped is waited for.
 * @param {string} dataDir
 * @param {number} port told to another copy that finds the folder taken
 * @returns {Promise<() => void>} gives it back
 * @throws {Problem} when it cannot be written or another copy uses it
 */
export async function claimDataDir(dataDir, port) {
  let attempt = takeLock(dataDir, port);
  for (const deadline = performance.now() + PATIENCE_MS; !attempt.held && performance.now() < deadline; attempt = takeLock(dataDir, port)) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  if (attempt.held) return attempt.release;
  throw new Problem(
    `数据目录 ${dataDir} 正被另一个粤证使用（进程 ${attempt.owner.pid}，端口 ${attempt.owner.note}）。Another copy uses this DATA_DIR.`,
    `要同时运行两份，请另给一个：DATA_DIR=.data-${port} PORT=${port} npm start。Give the second copy its own DATA_DIR.`,
  );
}

/**
 * @param {string} dataDir
 * @param {number} port
 */
function takeLock(dataDir, port) {
  try {
    mkdirSync(dataDir, { recursive: true });
    return tryLock(path.join(dataDir, 'start.lock'), String(port));
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}

/**
 * @param {string} place an existing folder
 * @param {boolean} installing the dependencies are still to come
 * @param {(place: string) => number} [roomAt] megabytes that are free there
 * @throws {Problem} when there is too little room to go on
 */
export function requireRoom(place, installing, roomAt = freeMegabytes) {
  const needed = installing ? ROOM_TO_INSTALL : ROOM_TO_RUN;
  const room = roomAt(place);
  if (room >= needed) return;
  throw new Problem(
    `磁盘空间不足：${place} 只剩 ${room} MB，需要 ${needed} MB。Disk nearly full: ${room} MB left, ${needed} MB needed.`,
    '请腾出空间，或用 DATA_DIR 换到另一块磁盘。Free some space or put DATA_DIR on another disk.',
  );
}

/** @param {string} place */
function freeMegabytes(place) {
  const { bavail, bsize } = statfsSync(place);
  return Math.floor((bavail * bsize) / MEGABYTE);
}
