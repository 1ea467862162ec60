import { readFileSync } from 'node:fs';
import { allExist, fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { waitForLock } from './lock.mjs';
import { fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { since } from './report.mjs';
import { run, tail } from './run.mjs';
import { workspacesIn } from './targets.mjs';

const STAMP = fromRoot('node_modules', '.yuezheng-install');

/**
 * Installs what the lock file says with the pinned pnpm, unless it is installed already.
 * @param {import('./report.mjs').Reporter} report
 * @throws {Problem} when the disk is full, the registry cannot be reached, or npm is missing
 */
export async function installDependencies(report) {
  if (isInstalled()) return;
  const release = await waitForLock(fromRoot('.cache', 'install.lock'), (owner) =>
    report.step(`等待另一个进程（${owner.pid}）装完依赖 · waiting for another install`),
  );
  try {
    if (!isInstalled()) await install(report);
  } finally {
    release();
  }
}

function isInstalled() {
  const stamp = readStamp(STAMP);
  return stamp !== undefined && allExist([fromRoot('node_modules', '.pnpm')]) && stamp.hash === fingerprint(manifests(), stamp).hash;
}

/** Everything that decides what gets installed. */
function manifests() {
  const workspaces = [...workspacesIn('apps'), ...workspacesIn('packages')].map((dir) => fromRoot(dir, 'package.json'));
  return [fromRoot('package.json'), fromRoot('pnpm-lock.yaml'), fromRoot('pnpm-workspace.yaml'), ...workspaces];
}

/** @param {import('./report.mjs').Reporter} report */
async function install(report) {
  const startedAt = performance.now();
  const before = fingerprint(manifests());
  const pnpm = pinnedPnpm();
  report.step(`安装依赖（${pnpm}），首次需要几分钟 · installing dependencies, a few minutes the first time`);
  const args = ['--yes', pnpm, 'install', '--frozen-lockfile', '--prod=false', '--reporter=append-only'];
  const { code, output } = await run('npx', args, {
    cwd: fromRoot(),
    // Without CI pnpm may stop to ask a question that nobody sees.
    env: { CI: 'true', npm_config_update_notifier: 'false' },
    onLine: progressPrinter(report),
  });
  if (code !== 0) throw explainInstallFailure(code, output);
  writeStamp(STAMP, before);
  report.ok(`依赖已就绪 · dependencies ready（${since(startedAt)}）`);
}

/** The pnpm that package.json pins, for example “pnpm@10.34.8”. @returns {string} */
function pinnedPnpm() {
  return JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')).packageManager;
}

/**
 * pnpm tells its progress many times a second: every few seconds is enough for a person.
 * @param {import('./report.mjs').Reporter} report
 * @returns {(line: string) => void}
 */
function progressPrinter(report) {
  let next = performance.now() + 2_000;
  return (line) => {
    const progress = /Progress: (resolved \d+), reused (\d+), downloaded (\d+), added (\d+)/.exec(line);
    if (!progress || performance.now() < next) return;
    next = performance.now() + 4_000;
    const [, resolved, reused, downloaded, added] = progress;
    report.detail(`${resolved}, ${Number(reused) + Number(downloaded)} fetched, ${added} added`);
  };
}

/** What pnpm, npm and the system say, and what it means. @type {{ says: RegExp, message: string, advice: string }[]} */
const FAILURES = [
  {
    says: /ENOSPC|no space left/i,
    message: '磁盘已满，依赖没有装完。The disk is full; dependencies were not installed.',
    advice: '请腾出至少 3 GB 空间后重试。Free at least 3 GB and try again.',
  },
  {
    says: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL|ERR_PNPM_FETCH|network/i,
    message: '连不上 npm 软件源，依赖没有装完。The npm registry cannot be reached.',
    advice: '请检查网络或代理，也可以用 npm config set registry <地址> 换一个软件源。Check the network or proxy, or set another registry.',
  },
  {
    says: /ERR_PNPM_OUTDATED_LOCKFILE/,
    message: 'pnpm-lock.yaml 与 package.json 不一致。pnpm-lock.yaml does not match package.json.',
    advice: '请运行 npx pnpm install 更新并提交 pnpm-lock.yaml。Run npx pnpm install and commit the lock file.',
  },
  {
    says: /EACCES|EPERM|EROFS|permission denied/i,
    message: '没有权限写入 node_modules 或 npm 缓存。No permission to write node_modules or the npm cache.',
    advice: '请检查项目目录的所有者。Check who owns the project folder.',
  },
];

/**
 * @param {number} code
 * @param {string} output
 * @returns {Problem}
 */
export function explainInstallFailure(code, output) {
  if (code === 127) {
    return new Problem('找不到 npx 命令。npx was not found.', '请安装带有 npm 的 Node.js。Install Node.js together with npm.');
  }
  const known = FAILURES.find(({ says }) => says.test(output));
  return new Problem(known?.message ?? '依赖安装失败。Installing dependencies failed.', known?.advice, tail(output, 12));
}
