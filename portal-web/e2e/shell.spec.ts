import { expect, open, test } from './portal'

test.use({ serviceWorkers: 'allow', expectedErrors: [/Failed to load resource/] })

test('The portal opens without a network once it was visited', async ({ page, context }) => {
  await open(page, '/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await page.goto('/find')
  await expect(page.getByRole('heading', { level: 1, name: '查找设施' })).toBeVisible()
  await expect(page.getByText('现在没有网络，能看已打开的页面')).toBeVisible()
})

test('The API is never answered from the kept shell', async ({ page }) => {
  await open(page, '/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  const type = await page.evaluate(async () => (await fetch('/config.json')).headers.get('Content-Type'))
  expect(type).toContain('json')
})

test('It can be installed, with a Chinese name and icons', async ({ page, request }) => {
  await open(page, '/')
  const manifest = await (await request.get('/manifest.webmanifest')).json()
  expect(manifest).toMatchObject({ lang: 'zh-CN', short_name: '近邻', display: 'standalone' })
  for (const { src } of manifest.icons) expect((await request.get(src)).ok(), src).toBe(true)
})
