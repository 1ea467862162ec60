import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { ProvidePlugin } from 'webpack';
import { generatedStyles } from './generated-styles';

const packagesRoot = path.resolve(__dirname, '../../../packages');
const workspaceSource = (name: string) => path.join(packagesRoot, name, 'src');

// Sources and libraries that are newer than the phones: they go through Babel on both targets.
const compile = {
  include: [packagesRoot, (file: string) => /node_modules[\\/](@tanstack|@noble|cborg|zod|zustand|qrcode)[\\/]/.test(file)],
};

const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

interface LoaderContext {
  resourcePath: string;
  addDependency(file: string): void;
}

const sassLoaderOption = {
  additionalData(content: string, loader: LoaderContext): string {
    if (!loader.resourcePath.endsWith(path.join('styles', 'generated.scss'))) return content;
    const { css, madeFrom } = generatedStyles(target);
    madeFrom.forEach((file) => loader.addDependency(file));
    return `${content}\n${css}`;
  },
};

// The computed pictures in the style sheet stay where they are.
const cssLoaderOption = { url: { filter: (url: string) => !url.startsWith('data:') } };

// Lengths stay in CSS px on both targets: the live code must have its width, and elder mode scales the type itself.
const pxtransform = { enable: false };

// schema.ts says of itself that it has a side effect (it keeps zod from `new Function`), and webpack then packs all of
// zod behind it: 400 KB for 50. Every contract reads something else from that file too, so it runs all the same.
const shakeContracts = {
  module: { rule: { contracts: { test: /[\\/]packages[\\/]shared-types[\\/]src[\\/]/, sideEffects: false } } },
};

// In the browser: what several pages use is loaded once.
const shareComponents = {
  optimization: {
    splitChunks: {
      cacheGroups: {
        shared: {
          name: 'shared',
          chunks: 'all',
          test: /[\\/]miniprogram[\\/]src[\\/](components|fields|features|api|platform)[\\/]/,
          minChunks: 2,
          priority: 1000,
          enforce: true,
        },
      },
    },
  },
};

const globalsMissingInWeChat = {
  TextEncoder: [path.resolve(__dirname, '../src/platform/polyfills/text-encoding'), 'TextEncoder'],
  TextDecoder: [path.resolve(__dirname, '../src/platform/polyfills/text-encoding'), 'TextDecoder'],
  AbortController: [path.resolve(__dirname, '../src/platform/polyfills/abort-controller'), 'AbortController'],
};

const config: UserConfigExport<'webpack5'> = {
  projectName: 'yuezheng',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  plugins: target === 'weapp' ? [path.resolve(__dirname, 'aria-plugin.ts')] : [],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  alias: {
    '@yuezheng/shared-types': workspaceSource('shared-types'),
    '@yuezheng/case-engine': workspaceSource('case-engine'),
    '@yuezheng/live-pass': workspaceSource('live-pass'),
    '@yuezheng/design-tokens': workspaceSource('design-tokens'),
  },
  // WeChat finds the tab pictures through theme.json, which the build does not follow.
  copy: { patterns: target === 'weapp' ? [{ from: 'src/assets/tabs', to: 'dist/weapp/assets/tabs' }] : [], options: {} },
  defineConstants: {
    YZ_API_BASE: JSON.stringify(
      target === 'h5' ? '/api' : (process.env.YZ_API_BASE ?? 'https://yuezheng.example.gov.cn/api'),
    ),
  },
  mini: {
    compile,
    sassLoaderOption,
    cssLoaderOption,
    postcss: { pxtransform },
    // Each page brings its own styles through shared components, so their order is not fixed.
    miniCssExtractPluginOption: { ignoreOrder: true },
    optimizeMainPackage: { enable: true },
    webpackChain(chain) {
      chain.merge(shakeContracts);
      chain.plugin('globalsMissingInWeChat').use(ProvidePlugin, [globalsMissingInWeChat]);
    },
  },
  h5: {
    compile,
    sassLoaderOption,
    cssLoaderOption,
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    webpackChain(chain) {
      chain.merge(shakeContracts);
      chain.merge(shareComponents);
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true } },
  },
};

export default defineConfig<'webpack5'>(config);
