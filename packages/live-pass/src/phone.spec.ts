import { createContext, runInContext } from 'node:vm';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { codeAt, holderKey, issue, NOW } from '../testing/fixtures';
import { toHex } from './bytes';

/** What a mini-program has beyond the language: nothing of Node, nothing of a browser. */
const phone = createContext(
  { TextEncoder, TextDecoder },
  { codeGeneration: { strings: false, wasm: false } },
);

const bundle = buildSync({
  entryPoints: [join(__dirname, 'index.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'livePass',
  target: 'es2019',
  platform: 'neutral',
  conditions: ['source', 'import'],
}).outputFiles[0]?.text;

function onPhone(script: string): unknown {
  return runInContext(`(() => { const lp = livePass; ${script} })()`, phone, { timeout: 20_000 });
}

beforeAll(() => runInContext(bundle ?? '', phone));

test('there is no Buffer, process or crypto on this phone', () => {
  expect(onPhone('return [typeof Buffer, typeof process, typeof crypto].join()')).toBe(
    'undefined,undefined,undefined',
  );
});

test('the phone makes its key and shows the very code that a server would make of it', () => {
  const shown = onPhone(`
    const holderKey = lp.nobleContext.generateKeyPair(lp.ALG_EDDSA, lp.fromHex('${toHex(holderKey.secretKey)}'));
    const shown = lp.present({ credential: lp.fromHex('${toHex(issue().bytes)}'), holderKey, now: ${NOW}, ctx: lp.nobleContext });
    return JSON.stringify(shown.value);
  `);
  expect(JSON.parse(String(shown))).toMatchObject({ code: codeAt(NOW) });
});

test('it reads its credential to know when to renew', () => {
  const read = onPhone(
    `return JSON.stringify(lp.readCredential(lp.fromHex('${toHex(issue().bytes)}')).value.claims)`,
  );
  expect(JSON.parse(String(read))).toMatchObject({ maskedName: '林**', expiresAt: issue().expiresAt });
});
