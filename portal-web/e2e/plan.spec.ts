import { expect, open, test, type Page } from './portal'

function table(page: Page, name: string) {
  return page.getByRole('table', { name })
}

test('Coverage is told in words, in numbers and for the neighbourhoods that lack most', async ({ page }) => {
  await open(page, '/plan')
  await expect(page.getByRole('main').getByText(/^走路 15 分钟内能到的居民：[\d.]+%/)).toBeVisible()
  await expect(page.getByText('GB 50180-2018')).toBeVisible()
  const shares = await table(page, '最缺的社区').locator('tbody td:nth-child(2)').allInnerTexts()
  const numbers = shares.map((share) => Number.parseFloat(share))
  expect(numbers.length).toBeGreaterThan(0)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
})

test('What is looked at stands in the address', async ({ page }) => {
  await open(page, '/plan')
  const before = await page.getByRole('main').getByText(/^走路 15 分钟内能到的居民/).innerText()
  await page.getByRole('combobox', { name: '谁来走' }).selectOption('WHEELCHAIR')
  await expect(page).toHaveURL(/who=wheelchair/)
  await expect(page.getByRole('main').getByText(/^走路 15 分钟内能到的居民/)).not.toHaveText(before)
  await page.getByRole('combobox', { name: '服务类别' }).selectOption({ index: 25 })
  await expect(page).toHaveURL(/cat=/)
  await page.getByRole('combobox', { name: '街道' }).selectOption({ index: 1 })
  await expect(page).toHaveURL(/sub=/)
  await page.reload()
  await expect(page.getByRole('combobox', { name: '谁来走' })).toHaveValue('WHEELCHAIR')
  await expect(page.getByRole('combobox', { name: '街道' })).not.toHaveValue('')
})

test('The map has a table beside it that says the same', async ({ page }) => {
  await open(page, '/plan')
  await page.getByRole('button', { name: '在地图上看' }).click()
  await expect(page.getByRole('region', { name: '服务覆盖地图' }).locator('canvas')).toBeVisible()
  const residents = await table(page, '服务覆盖地图').locator('tbody td:nth-child(3)').allInnerTexts()
  expect(residents).toHaveLength(4)
  expect(residents.map((text) => Number(text.replaceAll(',', ''))).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
})

test('A plan is made and compared by keyboard alone', async ({ page }) => {
  await open(page, '/plan')
  await page.getByRole('combobox', { name: '按地名新增' }).focus()
  await page.keyboard.type('图书馆')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^去掉：/ })).toHaveCount(1)
  await page.getByRole('textbox', { name: '按坐标新增' }).focus()
  await page.keyboard.type('31.075, 121.415')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^去掉：31\.07500, 121\.41500/ })).toHaveCount(1)
  const closing = page.getByRole('group', { name: '拟关掉的设施' }).getByRole('checkbox').first()
  await closing.focus()
  await page.keyboard.press('Space')
  await expect(closing).toBeChecked()
  await page.getByRole('button', { name: '比一比' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '比较结果' })).toBeFocused()
  await expect(table(page, '比较结果').getByRole('row')).toHaveCount(6)
  await expect(table(page, '比较结果').getByRole('rowheader').first()).toContainText('分钟内')
  // A changed plan takes its old result away.
  await closing.focus()
  await page.keyboard.press('Space')
  await expect(table(page, '比较结果')).toHaveCount(0)
})

test('An empty plan and wrong coordinates are refused beside what is missing', async ({ page }) => {
  await open(page, '/plan')
  await page.getByRole('button', { name: '比一比' }).click()
  await expect(page.getByRole('alert')).toContainText('请先新增一个地点')
  await page.getByRole('textbox', { name: '按坐标新增' }).fill('121.44, 31.24')
  await page.getByRole('button', { name: '新增', exact: true }).click()
  await expect(page.getByText('先纬度后经度')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '按坐标新增' })).toBeFocused()
})

test('A click on the map adds a place to the plan', async ({ page }) => {
  await open(page, '/plan')
  await page.getByRole('button', { name: '在地图上看' }).click()
  await page.getByRole('region', { name: '服务覆盖地图' }).locator('.map-box').click()
  await expect(page.getByRole('button', { name: /^去掉：地图上的点/ })).toHaveCount(1)
  await expect(page.locator('.map-planned')).toHaveCount(1)
})

test('The whole table can be downloaded', async ({ page }) => {
  await open(page, '/plan')
  const link = page.getByRole('link', { name: '下载全部社区的表格' })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(await download.failure()).toBeNull()
})

for (const [known, words] of [
  [null, 'import 文件 --kind network'],
  [{ since: '2026-11-01T00:00:00+08:00', kilometres: 4, attribution: '' }, '还不知道居民住在哪里'],
] as const) {
  test(`Without ${known ? 'homes' : 'a network'} the page says what the operator must import`, async ({ page }) => {
    await page.route('**/graphql', async (route) => {
      if (!('category' in route.request().postDataJSON().variables)) return route.fallback()
      const data = { coverage: null, coverageHistory: [], walkNetwork: known }
      await route.fulfill({ contentType: 'application/graphql-response+json', body: JSON.stringify({ data }) })
    })
    await open(page, '/plan')
    await expect(page.getByText(words)).toBeVisible()
    await expect(page.getByRole('button', { name: '比一比' })).toHaveCount(0)
  })
}
