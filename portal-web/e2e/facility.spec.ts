import { expect, open, results, searchBox, someFacility, test } from './portal'

test('A facility page tells what somebody needs before leaving home', async ({ page }) => {
  const address = await someFacility(page, '社区卫生服务中心')
  await open(page, address)
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await expect(page).toHaveTitle(`${name} – 近邻`)
  await expect(page.getByRole('table', { name: '今天起七天的开放时间' }).getByRole('rowheader')).toHaveCount(7)
  await expect(page.getByRole('rowheader').first()).toContainText('今天')
  await expect(page.getByRole('link', { name: /打电话/ }).first()).toHaveAttribute('href', /^tel:\+?\d+$/)
  await expect(page.getByRole('link', { name: /高德地图/ })).toHaveAttribute('href', /^https:\/\/uri\.amap\.com\//)
  await expect(page.getByRole('heading', { name: '基本情况' })).toBeVisible()
})

test('The way back leads to the search that was left', async ({ page }) => {
  await open(page, '/')
  await searchBox(page).fill('图书馆')
  await page.keyboard.press('Enter')
  await results(page).first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByRole('link', { name: '返回查找结果' }).click()
  await expect(page).toHaveURL(/\/find\?q=/)
  await expect(searchBox(page)).toHaveValue('图书馆')
})

test('Map links use the coordinate system of each map', async ({ page }) => {
  await open(page, await someFacility(page))
  const href = (name: RegExp) => page.getByRole('link', { name }).getAttribute('href')
  const amap = /to=([\d.]+)%2C([\d.]+)/.exec((await href(/高德地图/))!)!
  const osm = /to=([\d.]+)%2C([\d.]+)/.exec((await href(/OpenStreetMap/))!)!
  const metresApart = Math.hypot((Number(amap[2]) - Number(osm[1])) * 111_000, (Number(amap[1]) - Number(osm[2])) * 95_000)
  expect(metresApart).toBeGreaterThan(100)
  expect(metresApart).toBeLessThan(1000)
})

test('A facility that does not exist is said not to', async ({ page }) => {
  await open(page, '/facility/bm9uZQ')
  await expect(page.getByRole('heading', { level: 1, name: '没有这处设施' })).toBeVisible()
  await page.getByRole('link', { name: '回到首页查找' }).click()
  await expect(page).toHaveURL(/\/$/)
})

test('A page that does not exist is said not to', async ({ page }) => {
  await open(page, '/no-such-page')
  await expect(page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible()
})

test('A map is offered where the operator has tiles, and only there', async ({ page }) => {
  const address = await someFacility(page)
  await open(page, address)
  await expect(page.getByRole('button', { name: '在地图上看' })).toHaveCount(0)
  await page.route('**/config.json', (route) => route.fulfill({ json: { tiles: ['/icon-192.png?{z}-{x}-{y}'] } }))
  await open(page, address)
  await page.getByRole('button', { name: '在地图上看' }).click()
  const map = page.getByRole('region', { name: '地图' })
  await expect(map.locator('.map-pin')).toHaveCount(1)
  await expect(map.locator('img.leaflet-tile').first()).toHaveAttribute('src', /icon-192\.png\?\d+-\d+-\d+/)
})
