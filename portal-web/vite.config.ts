import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { manifest } from './manifest.ts'

/// What every page needs, in one file: left to itself the bundler makes several, which compress worse.
const firstLoad = /node_modules\/(@vue|vue|vue-router)\/|src\/lib\/(?!start|guards|walker|tiles|hours|facility-words|passkeys|own-path|graphql\/(?:asked|follow)|not-found-words|graphql\/generated)|src\/components\/(?!NotFoundPage|MomentField)[A-Z]|lazy-map/

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
        navigateFallbackDenylist: [/^\/graphql/, /^\/oauth2/, /^\/\.well-known/, /^\/actuator/, /^\/config\.json/, /^\/coverage\.csv/, /^\/booking-figures\.csv/],
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
    rolldownOptions: {
      // The generated documents do nothing by being loaded: whoever needs one document loads its module, and no other.
      treeshake: { moduleSideEffects: [{ test: /\/graphql\/generated\//, sideEffects: false }] },
      output: { codeSplitting: { groups: [{ name: 'base', test: firstLoad }] } },
    },
  },
  server: { proxy: Object.fromEntries(['/graphql', '/oauth2'].map((path) => [path, process.env.JINLIN_URL ?? 'http://localhost:8080'])) },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
})
