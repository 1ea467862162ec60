/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

type Project = Exclude<NonNullable<Config['projects']>[number], string>;

/** Published as ECMAScript modules only, so Jest has to translate them. */
const ESM_ONLY = ['@noble', 'cborg', 'base45', '@sparticuz/chromium', 'content-disposition', 'cookie', '@ant-design/colors', '@ant-design/fast-color'];

const swc = (syntax: 'ts' | 'tsx' | 'js') => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      parser:
        syntax === 'js'
          ? { syntax: 'ecmascript', jsx: true }
          : { syntax: 'typescript', tsx: syntax === 'tsx', decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        react: { runtime: 'automatic' },
      },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
] as [string, Record<string, unknown>];

/** One project of the workspace: where its specs lie and what differs from the rest. */
function project(name: string, specs: string, differences: Partial<Project> = {}): Project {
  return {
    displayName: name,
    rootDir: __dirname,
    testMatch: [`<rootDir>/${specs}`],
    testEnvironment: 'node',
    transform: { '\\.[cm]?ts$': swc('ts'), '\\.tsx$': swc('tsx'), '\\.[cm]?jsx?$': swc('js') },
    // pnpm keeps packages in node_modules/.pnpm/<name>/node_modules/<name>: both levels are looked at.
    transformIgnorePatterns: [`/node_modules/(?!\\.pnpm/|(?:${ESM_ONLY.join('|')})/)`],
    testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.data/'],
    modulePathIgnorePatterns: ['<rootDir>/\\.data/', '<rootDir>/output/'],
    moduleNameMapper: {
      '\\.(css|scss|svg|png|jpg|woff2?)$': '<rootDir>/tests/asset.stub.ts',
      // cborg names an `import` entry alone, which Jest does not look at.
      '^cborg$': '<rootDir>/packages/live-pass/node_modules/cborg/cborg.js',
    },
    resolver: '<rootDir>/tests/jest-resolver.cjs',
    // Under jsdom too: the browser’s entries of most packages are ECMAScript modules.
    testEnvironmentOptions: { customExportConditions: ['require', 'node', 'default'] },
    ...differences,
  };
}

const withPostgres: Partial<Project> = {
  globalSetup: '<rootDir>/tests/postgres.setup.ts',
  globalTeardown: '<rootDir>/tests/postgres.teardown.ts',
};

const config: Config = {
  testTimeout: 30_000,
  projects: [
    project('shared-types', 'packages/shared-types/**/*.spec.ts'),
    project('case-engine', 'packages/case-engine/**/*.spec.ts'),
    project('catalogue', 'packages/catalogue/**/*.spec.ts'),
    project('live-pass', 'packages/live-pass/**/*.spec.ts'),
    project('design-tokens', 'packages/design-tokens/**/*.spec.ts'),
    project('sandbox', 'apps/sandbox/**/*.spec.ts'),
    project('server', 'apps/server/**/*.spec.ts', withPostgres),
    project('console', 'apps/console/src/**/*.spec.{ts,tsx}'),
    project('miniprogram-unit', 'apps/miniprogram/src/**/*.spec.{ts,tsx}'),
    project('weapp', 'apps/miniprogram/harness/**/*.spec.ts'),
    project('journeys', 'tests/**/*.spec.ts', withPostgres),
    project('scripts', 'scripts/**/*.spec.ts'),
  ],
};

export default config;
