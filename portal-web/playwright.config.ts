import { defineConfig } from '@playwright/test'

const chromium = {
  executablePath: process.env.JINLIN_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

// Runs against a real server with the demo district, whose address JINLIN_URL gives.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Generous: a busy machine is slow, and a slow page is not what these tests look for.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: [
    { name: 'pages', testIgnore: '**/line.spec.ts' },
    // Desks need staff, and staff need somebody who invites them. The longest of the walks, over four screens at once, has
    // three attempts.
    { name: 'administrator', testMatch: '**/administrator.setup.ts' },
    { name: 'desks', testMatch: '**/line.spec.ts', dependencies: ['administrator'], retries: 2 },
  ],
  use: {
    baseURL: process.env.JINLIN_URL ?? 'http://localhost:8080',
    browserName: 'chromium',
    launchOptions: chromium,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
})
