import tseslint from 'typescript-eslint';

const SOURCE = ['apps/*/src/**/*.{ts,tsx}', 'packages/*/src/**/*.{ts,tsx}', 'scripts/**/*.{mjs,ts}', 'tests/**/*.ts'];

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '**/.cache/**', '**/.swc/**', '.data*/**', 'output/**', '**/public/**'],
  },
  ...tseslint.configs.recommended,
  {
    // A rule that is switched off in a corner is a rule that nobody can rely on.
    linterOptions: { noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'all' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'no-restricted-properties': [
        'error',
        ...['it', 'test', 'describe'].flatMap((object) =>
          ['only', 'skip', 'todo'].map((property) => ({ object, property, message: 'Every test runs, and none is left for later.' })),
        ),
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    // Nest finds what to inject through decorators, which need the class itself and not only its type.
    files: ['apps/server/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: SOURCE,
    rules: { 'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['apps/*/src/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['apps/miniprogram/src/**/*.{ts,tsx}'],
    ignores: ['apps/miniprogram/src/platform/**'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Taro', message: 'Only src/platform speaks to WeChat and to the browser.' }],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@tarojs/taro', importNames: ['default'], message: 'Only src/platform speaks to WeChat and to the browser.' }] },
      ],
      'no-restricted-globals': ['error', 'wx', 'localStorage', 'sessionStorage'],
    },
  },
  {
    // Loaded by tools that read CommonJS only.
    files: ['**/*.cjs', 'apps/miniprogram/babel.config.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
