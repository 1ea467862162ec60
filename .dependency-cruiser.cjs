/**
 * Arrows go one way: apps → catalogue → case-engine → shared-types; live-pass and design-tokens stand alone; apps never import each other.
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** A package may import itself and the packages named, and no app. */
const layer = (name, ...allowed) => ({
  name: `layer-${name}`,
  comment: `packages/${name} may depend on: ${allowed.join(', ') || 'no other package of ours'}`,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  to: { path: '^(packages|apps)/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
});

const SPEC = '\\.spec\\.tsx?$';

module.exports = {
  forbidden: [
    layer('shared-types'),
    layer('case-engine', 'shared-types'),
    layer('catalogue', 'case-engine', 'shared-types'),
    layer('live-pass'),
    layer('design-tokens'),
    {
      name: 'apps-apart',
      comment: 'What two apps share belongs into a package; between them there is only the wire',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pure-packages',
      comment: 'The same code runs on the phone, on the desk and on the server: nothing of Node, of a framework or of a database',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: [SPEC, '^packages/live-pass/src/node(-context)?\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-packages-no-frameworks',
      comment: 'Packages hold the domain: frameworks and databases stay in the apps',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|fastify|@fastify|react|react-dom|@tarojs|antd)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thought in two places; imports of types alone vanish when compiled',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Delete what nobody uses',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [SPEC, '\\.d\\.ts$', '\\.config\\.(ts|js|mjs|cjs)$', '(^|/)(main|index|app)\\.tsx?$', '^apps/miniprogram/(config|src/(pages|packages|app|platform/polyfills))', '/public/', '/test/[^/]+\\.cjs$'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'What is imported has to exist',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(url|raw)$' },
    },
    {
      name: 'declared',
      comment: 'What a workspace imports stands in its own package.json',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'specs-are-not-imported',
      comment: 'What a spec needs from another spec belongs into a helper',
      severity: 'error',
      from: {},
      to: { path: SPEC },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.swc|coverage|harness/fixtures)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json', '.scss', '.css', '.svg', '.png'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
