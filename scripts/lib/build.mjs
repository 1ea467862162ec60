import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { allExist, fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { waitForLock } from './lock.mjs';
import { CACHE_DIR, fromRoot } from './paths.mjs';
import { explainFileError, Problem } from './problem.mjs';
import { since } from './report.mjs';
import { run, tail } from './run.mjs';
import { inputsOf, TARGETS } from './targets.mjs';

/** @typedef {import('./targets.mjs').Target} Target */

/**
 * Makes those of the named targets that are not up to date.
 * @param {string[]} names see TARGETS
 * @param {import('./report.mjs').Reporter} report
 * @param {number} [atOnce] two bundlers at once are as much as a small machine bears
 * @throws {Problem} naming the first target that cannot be built, with what its builder said
 */
export async function build(names, report, atOnce = 2) {
  const wanted = TARGETS.filter(({ name }) => names.includes(name));
  if (wanted.every(isCurrent)) return;
  const release = await waitForLock(path.join(CACHE_DIR, 'build.lock'), (owner) =>
    report.step(`等待另一个进程（${owner.pid}）构建完成 · waiting for another build`),
  );
  try {
    await makeAll(wanted.filter((target) => !isCurrent(target)), report, atOnce);
  } finally {
    release();
  }
}

/**
 * @param {Target[]} targets
 * @param {import('./report.mjs').Reporter} report
 * @param {number} atOnce
 */
async function makeAll(targets, report, atOnce) {
  // Bundles take longest, so they go first; two of one folder share a cache and so follow one another.
  const waiting = [...targets].sort((a, b) => Number(b.bundled) - Number(a.bundled));
  const busy = new Set();
  /** @type {unknown[]} */
  const failures = [];
  const worker = async () => {
    for (;;) {
      const next = failures.length ? -1 : waiting.findIndex(({ dir }) => !busy.has(dir));
      const target = next < 0 ? undefined : waiting.splice(next, 1)[0];
      // The other worker is in the only folder left, and will take what remains there.
      if (!target) return;
      busy.add(target.dir);
      await make(target, report).catch((error) => failures.push(error));
      busy.delete(target.dir);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length) throw failures[0];
}

/**
 * @param {Target} target
 * @param {import('./report.mjs').Reporter} report
 */
async function make(target, report) {
  const startedAt = performance.now();
  report.step(`构建 · building ${target.name}`);
  const before = currentFingerprint(target);
  try {
    rmSync(target.output, { recursive: true, force: true });
  } catch (error) {
    throw explainFileError(error, target.output);
  }
  const { code, output } = await runPackageScript(target.dir, target.script);
  if (code !== 0) throw explainBuildFailure(target, output);
  if (!allExist([target.proof])) throw explainBuildFailure(target, `没有生成 · not made: ${path.relative(fromRoot(), target.proof)}`);
  writeStamp(stampOf(target), before);
  report.ok(`${target.name}（${since(startedAt)}）`);
}

/**
 * Runs a line of a package's scripts the way a package manager would, without starting one.
 * @param {string} dir
 * @param {string} script
 * @param {Record<string, string>} [env]
 */
export function runPackageScript(dir, script, env = {}) {
  const { scripts = {} } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
  const bins = [path.join(dir, 'node_modules', '.bin'), fromRoot('node_modules', '.bin'), path.dirname(process.execPath)];
  const PATH = [...bins, process.env.PATH ?? ''].join(path.delimiter);
  return run(scripts[script] ?? 'false', [], { cwd: dir, shell: true, env: { NODE_ENV: 'production', ...env, PATH } });
}

/** @param {Target} target */
function isCurrent(target) {
  return allExist([target.proof]) && readStamp(stampOf(target))?.hash === currentFingerprint(target).hash;
}

/** @param {Target} target */
function currentFingerprint(target) {
  return fingerprint(inputsOf(target), readStamp(stampOf(target)), (file) => !/\.spec\.tsx?$/.test(file));
}

/** @param {Target} target */
function stampOf(target) {
  return path.join(CACHE_DIR, 'build', `${target.name}.json`);
}

/**
 * @param {Target} target
 * @param {string} output
 */
function explainBuildFailure(target, output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return new Problem(`磁盘已满，${target.name} 没有构建完。Disk full while building ${target.name}.`, '请腾出至少 1 GB 空间。Free at least 1 GB.');
  }
  return new Problem(`${target.name} 构建失败。Building ${target.name} failed.`, `cd ${path.relative(fromRoot(), target.dir)} && npm run ${target.script}`, tellingLines(output));
}

/**
 * Bundlers bury the reason under where they looked: the lines that complain come first.
 * @param {string} output
 * @returns {string}
 */
function tellingLines(output) {
  const complaints = output.split('\n').filter((line) => /\berror\b|not found|cannot |can't |failed|unexpected/i.test(line));
  return [...complaints.slice(0, 10), tail(output, 12)].join('\n');
}
