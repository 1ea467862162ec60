import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './paths.mjs';

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} dir the workspace, absolute
 * @property {string} script the line of package.json's scripts that makes it
 * @property {string} output the folder it makes, absolute; emptied before
 * @property {string} proof a file that exists when it is made
 * @property {boolean} bundled takes in the source of the workspaces it depends on
 */

/** @param {string} dir @param {string} main @returns {Target} */
const compiled = (dir, main) => ({
  name: path.basename(dir),
  dir: fromRoot(dir),
  script: 'build',
  output: fromRoot(dir, 'dist'),
  proof: fromRoot(dir, 'dist', main),
  bundled: false,
});

/** @param {string} name @param {string} dir @param {string} script @param {string} output @param {string} main @returns {Target} */
const bundle = (name, dir, script, output, main) => ({
  name,
  dir: fromRoot(dir),
  script,
  output: fromRoot(dir, output),
  proof: fromRoot(dir, output, main),
  bundled: true,
});

/**
 * @param {'apps' | 'packages'} group
 * @returns {string[]} the workspaces of that group, relative to the project, in alphabetical order
 */
export function workspacesIn(group) {
  return readdirSync(fromRoot(group))
    .map((name) => path.join(group, name))
    .filter((dir) => existsSync(fromRoot(dir, 'package.json')))
    .sort();
}

/** Everything that is made from source. @type {Target[]} */
export const TARGETS = [
  ...workspacesIn('packages').map((dir) => compiled(dir, 'index.js')),
  compiled('apps/server', 'main.js'),
  compiled('apps/sandbox', 'main.js'),
  bundle('console', 'apps/console', 'build', 'dist', 'index.html'),
  bundle('h5', 'apps/miniprogram', 'build:h5', 'dist/h5', 'index.html'),
  bundle('weapp', 'apps/miniprogram', 'build:weapp', 'dist/weapp', 'app.json'),
];

/** What `npm start` needs: the phone's WeChat build is for WeChat's own tools. */
export const START_TARGETS = TARGETS.filter(({ name }) => name !== 'weapp').map(({ name }) => name);

/**
 * Files and folders from which a target is made.
 * @param {Target} target
 * @returns {string[]}
 */
export function inputsOf(target) {
  const shared = ['.swcrc', 'tsconfig.base.json', 'pnpm-lock.yaml'].map((name) => fromRoot(name));
  const dependencies = target.bundled ? workspaceDependencies(target.dir) : [];
  return [target.dir, ...dependencies.flatMap((dir) => [path.join(dir, 'src'), path.join(dir, 'package.json')]), ...shared];
}

/**
 * The workspaces that a workspace depends on, directly or through others.
 * @param {string} dir
 * @param {Set<string>} [found]
 * @returns {string[]}
 */
function workspaceDependencies(dir, found = new Set()) {
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
  for (const [name, range] of Object.entries(dependencies)) {
    const other = fromRoot('packages', name.replace('@yuezheng/', ''));
    if (!String(range).startsWith('workspace:') || found.has(other)) continue;
    found.add(other);
    workspaceDependencies(other, found);
  }
  return [...found];
}
