import { builtForWechat } from './built';
import { MiniProgram } from './mini-program';
import { packageSizes } from './sizes';

/** What we allow ourselves: WeChat takes 2 MB a package, but a phone on a bad network loads the main one first. */
const MAIN_PACKAGE_KB = 800;
const SUBPACKAGE_KB = 2048;
const TOTAL_KB = 20 * 1024;

it('is small enough to open quickly', () => {
  const dir = builtForWechat();
  const program = new MiniProgram(dir, () => 'offline');
  program.close();
  const sizes = packageSizes(dir, (program.appJson.subPackages ?? []).map(({ root }) => root));
  const lines = [...sizes].map(([root, kb]) => `${root === '' ? 'main package' : root}: ${kb.toFixed(0)} KB`);
  process.stdout.write(`${lines.join('\n')}\n`);
  expect(sizes.get('')).toBeLessThanOrEqual(MAIN_PACKAGE_KB);
  for (const kb of sizes.values()) expect(kb).toBeLessThanOrEqual(SUBPACKAGE_KB);
  expect([...sizes.values()].reduce((sum, kb) => sum + kb, 0)).toBeLessThanOrEqual(TOTAL_KB);
});
