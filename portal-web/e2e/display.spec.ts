import { circleAddress, expect, narrow, open, phone, results, sidewaysOverflow, someFacility, test, type Page } from './portal'

test('The language changes in place and is remembered', async ({ page }) => {
  await open(page, '/find?q=图书馆')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1, name: 'Find a place' })).toBeVisible()
  await expect(results(page).first()).toContainText(/Library/i)
  await expect(page).toHaveURL(/q=/)
  await page.reload()
  await expect(page.getByRole('button', { name: '中文' })).toBeVisible()
})

test('Care mode makes text and targets large and is remembered', async ({ page }) => {
  await page.setViewportSize(phone)
  await open(page, '/find')
  await page.getByRole('button', { name: '关怀版' }).click()
  await expect(page.getByRole('button', { name: '关怀版' })).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(results(page)).toHaveCount(10)
  expect(await smallestText(page)).toBeGreaterThanOrEqual(18)
})

test('Dark follows the device', async ({ page }) => {
  await open(page, '/', 'zh-CN', 'dark')
  const [red] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number))
  expect(red).toBeLessThan(60)
})

test('The skip link leads past the header', async ({ page }) => {
  await open(page, '/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

for (const language of ['zh-CN', 'en'] as const) {
  test(`Nothing runs out of a narrow page, at double type size too, in ${language}`, async ({ page }) => {
    const facility = await someFacility(page)
    await page.setViewportSize(narrow)
    for (const path of ['/', '/find?q=图书馆&open=now', facility, '/circle', circleAddress, '/plan', '/no-such-page']) {
      await open(page, path, language)
      expect(await sidewaysOverflow(page), path).toBe(0)
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
      expect(await sidewaysOverflow(page), `${path} at 200 %`).toBe(0)
    }
  })
}

for (const [mode, least] of [
  ['light', 44],
  ['care', 60],
] as const) {
  test(`Every target measures at least ${least} pixels in ${mode} mode`, async ({ page }) => {
    const facility = await someFacility(page)
    await page.setViewportSize(phone)
    for (const path of ['/', '/find?q=图书馆&charge=FREE', '/find?q=龘靐齉爨&open=now', facility, '/circle', circleAddress, '/plan', '/no-such-page']) {
      await open(page, path, 'zh-CN', mode)
      expect(await smallTargets(page, least), path).toEqual([])
    }
  })
}

/// Links, buttons and fields smaller than the least size; a checkbox is measured with the label that answers for it.
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const all = document.querySelectorAll<HTMLElement>('a[href], button, select, input')
    const measured = [...all].map((element) =>
      element instanceof HTMLInputElement && /checkbox|radio/.test(element.type) ? element.closest('label')! : element,
    )
    return measured
      .filter((element) => element.checkVisibility() && !element.matches('.skip'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < pixels - 0.5 || box.height < pixels - 0.5)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)}: ${box.width} x ${box.height}`)
  }, least)
}

function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    let smallest = Infinity
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!
      if (walker.currentNode.textContent!.trim() === '' || !parent.checkVisibility()) continue
      smallest = Math.min(smallest, parseFloat(getComputedStyle(parent).fontSize))
    }
    return smallest
  })
}
