import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE_DIR, fromRoot } from './paths.mjs';

/** @typedef {{ name: string, executablePath: string, env: Record<string, string> }} BrowserProgram */

const IN_PATH = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * Browsers to try, best first: the one in CHROME_PATH alone if it is set, else those of the system and then the one from npm.
 * @returns {Generator<BrowserProgram>} the last is unpacked only when it is asked for
 */
export function* browserPrograms() {
  const env = { FONTCONFIG_FILE: fontConfig() };
  const chosen = process.env.CHROME_PATH;
  if (chosen && chosen !== 'bundled') {
    yield { name: 'CHROME_PATH', executablePath: chosen, env };
    return;
  }
  if (!chosen) {
    for (const executablePath of systemBrowsers()) yield { name: path.basename(executablePath), executablePath, env };
  }
  yield bundledBrowser(env);
}

/** @returns {string[]} */
function systemBrowsers() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const inPath = IN_PATH.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...inPath, ...ELSEWHERE].filter((file) => existsSync(file));
}

/**
 * The Chromium inside an npm package, with the shared libraries that a bare machine lacks. Unpacked once per user.
 * @param {Record<string, string>} env
 * @returns {BrowserProgram}
 */
function bundledBrowser(env) {
  const { version } = JSON.parse(readFileSync(fromRoot('node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'));
  const home = path.join(CACHE_DIR, `chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(path.join(home, 'chromium'))) unpackInto(home);
  return {
    name: `@sparticuz/chromium ${version}`,
    executablePath: path.join(home, 'chromium'),
    env: { ...env, LD_LIBRARY_PATH: path.join(home, 'al2023', 'lib') },
  };
}

/** @param {string} home */
function unpackInto(home) {
  mkdirSync(CACHE_DIR, { recursive: true });
  const draft = mkdtempSync(`${home}-`);
  execFileSync(process.execPath, [fromRoot('scripts', 'lib', 'extract-chromium.mjs')], {
    cwd: fromRoot(),
    // With this name of a runtime the package brings its libraries along.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(draft, home);
  } catch {
    // Another run was quicker.
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Chinese glyphs come from an npm package, so that every machine draws the same, with or without fonts of its own.
 * @returns {string} a fontconfig file that knows that font alone
 */
function fontConfig() {
  const fonts = fromRoot('node_modules', '@expo-google-fonts', 'noto-sans-sc');
  const folders = ['400Regular', '500Medium', '600SemiBold', '700Bold'].map((weight) => `  <dir>${path.join(fonts, weight)}</dir>`);
  const cache = path.join(CACHE_DIR, 'fontconfig');
  mkdirSync(cache, { recursive: true });
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui', 'PingFang SC', 'Microsoft YaHei'].map(
    (family) => `  <alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  const file = path.join(cache, 'fonts.conf');
  const content = ['<?xml version="1.0"?>', '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">', '<fontconfig>', ...folders, ...families, `  <cachedir>${cache}</cachedir>`, '</fontconfig>', ''];
  writeFileSync(file, content.join('\n'));
  return file;
}
