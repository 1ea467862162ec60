import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  base: '/console/',
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'sw.ts',
      // The manifest is a file of its own, and the page registers the worker itself.
      manifest: false,
      injectRegister: false,
      injectManifest: {
        // All that the desk may ever load: pages that are opened later and the reader of codes as well.
        globIgnores: ['icons/**'],
        globPatterns: ['**/*.{html,js,css,svg,png,woff,woff2,wasm,webmanifest}'],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
    }),
  ],
  // The workspace's packages are read from their sources, so that a change needs no build in between.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // Fonts and WebAssembly stay files: a strict Content-Security-Policy allows no data: for them.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:8080' } },
});
