import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { manifest } from './manifest.ts'

export default defineConfig({
  plugins: [
    vue(),
    VitePWA({
      registerType: 'autoUpdate',
      // Registered by our own module: an inline registration would break the content security policy.
      injectRegister: false,
      manifest,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/graphql/, /^\/actuator/, /^\/config\.json/, /^\/coverage\.csv/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: false },
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    manifest: 'assets/manifest.json',
    modulePreload: { polyfill: false },
    // The generated documents do nothing by being loaded: whoever needs one document loads its module, and no other.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/graphql\/generated\//, sideEffects: false }] } },
  },
  server: { proxy: { '/graphql': process.env.JINLIN_URL ?? 'http://localhost:8080' } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
})
