import AxeBuilder from '@axe-core/playwright'
import { circleAddress, expect, open, phone, searchBox, someFacility, test, type Language, type Mode, type Page } from './portal'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function violations(page: Page, mode: Mode): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(tags)
  // Care mode promises a contrast of seven.
  if (mode === 'care') axe.options({ runOnly: tags, rules: { 'color-contrast-enhanced': { enabled: true } } })
  const found = await axe.analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
}

for (const mode of ['light', 'dark', 'care'] as Mode[]) {
  for (const language of ['zh-CN', 'en'] as Language[]) {
    test(`No page has a fault axe can see, ${mode} and in ${language}`, async ({ page }) => {
      const facility = await someFacility(page, '社区卫生服务中心')
      for (const path of ['/', '/find', '/find?q=龘靐齉爨&charge=FREE', facility, '/facility/bm9uZQ', '/circle', circleAddress, '/plan', '/no-such-page']) {
        await open(page, path, language, mode)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        expect(await violations(page, mode), path).toEqual([])
      }
    })
  }

  test(`Open parts have no fault either, ${mode} on a phone`, async ({ page }) => {
    await page.setViewportSize(phone)
    await open(page, '/find', 'zh-CN', mode)
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByRole('radio', { name: '指定时间' }).check()
    await page.getByRole('button', { name: '离我近的' }).click()
    await page.getByRole('button', { name: '在地图上看' }).click()
    await expect(page.locator('.map-pin').first()).toBeVisible()
    expect(await violations(page, mode)).toEqual([])
    await searchBox(page).fill('图书')
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(await violations(page, mode)).toEqual([])
  })

  test(`Open parts of the pages on walking have no fault either, ${mode} on a phone`, async ({ page }) => {
    await page.setViewportSize(phone)
    await open(page, circleAddress, 'zh-CN', mode)
    await page.getByRole('radio', { name: '指定时间' }).check()
    await expect(page.getByText(/那时(开|关)着/).first()).toBeVisible()
    await page.getByRole('button', { name: '怎么走到' }).first().click()
    await page.getByRole('region', { name: '怎么走到' }).getByRole('button', { name: '在地图上看' }).click()
    await expect(page.getByRole('region', { name: '路线图' }).locator('path.map-line')).toBeVisible()
    await page.getByRole('button', { name: '分享' }).click()
    await page.getByRole('button', { name: '换个地方' }).click()
    await page.getByRole('region', { name: '地图', exact: true }).getByRole('button', { name: '在地图上看' }).click()
    await expect(page.locator('.map-dot').first()).toBeVisible()
    expect(await violations(page, mode)).toEqual([])
    await searchBox(page).fill('图书')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    expect(await violations(page, mode)).toEqual([])
    await open(page, '/plan', 'zh-CN', mode)
    await page.getByRole('button', { name: '在地图上看' }).click()
    await expect(page.getByRole('region', { name: '服务覆盖地图' })).toBeVisible()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: '比一比' }).click()
    await expect(page.getByRole('table', { name: '比较结果' })).toBeVisible()
    expect(await violations(page, mode)).toEqual([])
  })
}
