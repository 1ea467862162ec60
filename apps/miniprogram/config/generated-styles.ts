import path from 'node:path';
import vm from 'node:vm';
import { buildSync } from 'esbuild';

const entry = path.resolve(__dirname, '../src/styles/generated.ts');

interface GeneratedStyles {
  generatedCss(target: 'weapp' | 'h5'): string;
}

/**
 * Runs `src/styles/generated.ts` at build time.
 *
 * @returns the style sheet and the files it was made from, for the cache to watch
 */
export function generatedStyles(target: 'weapp' | 'h5'): { css: string; madeFrom: string[] } {
  const built = buildSync({
    entryPoints: [entry],
    absWorkingDir: __dirname,
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    conditions: ['source'],
  });
  const module = { exports: {} as GeneratedStyles };
  vm.runInNewContext(built.outputFiles[0]!.text, { module, exports: module.exports });
  return {
    css: module.exports.generatedCss(target),
    madeFrom: Object.keys(built.metafile.inputs).map((file) => path.resolve(__dirname, file)),
  };
}
