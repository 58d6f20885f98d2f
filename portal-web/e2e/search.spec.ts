import { expect, open, phone, results, searchBox, test } from './portal'

for (const [kind, words] of [
  ['Chinese', '图书馆'],
  ['pinyin', 'tushuguan'],
  ['initials', 'tsg'],
  ['English', 'library'],
] as const) {
  test(`A resident finds a library by ${kind}`, async ({ page }) => {
    await open(page, '/')
    await searchBox(page).fill(words)
    await page.getByRole('button', { name: '查找' }).click()
    await expect(page).toHaveURL(new RegExp(`/find\\?q=${encodeURIComponent(words)}`))
    await expect(results(page).first()).toContainText('图书馆')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page).toHaveTitle(`${words} – 查找设施 – 近邻`)
  })
}

test('What matched is marked in the name', async ({ page }) => {
  await open(page, '/find?q=图书馆')
  await expect(results(page).first().locator('mark').first()).toBeVisible()
})

test('A suggestion is chosen by keyboard alone', async ({ page }) => {
  await open(page, '/')
  const box = searchBox(page)
  await box.focus()
  await page.keyboard.type('图书')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  const options = page.getByRole('option')
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(box).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowDown')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/(facility\/|find\?cat=)/)
})

test('Half-typed pinyin of an input method asks for nothing', async ({ page }) => {
  await open(page, '/')
  let asked = 0
  page.on('request', (request) => (asked += request.url().endsWith('/graphql') ? 1 : 0))
  await searchBox(page).evaluate((field: HTMLInputElement) => {
    field.value = 'tu'
    field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }))
  })
  await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'false')
  expect(asked).toBe(0)
})

test('A filter narrows the list, stands in the address and is taken back', async ({ page }) => {
  await open(page, '/find')
  const all = await countOf(page)
  const group = page.getByRole('group', { name: '类别' })
  const first = group.getByRole('checkbox').first()
  await first.check()
  await expect(page).toHaveURL(/[?&]cat=/)
  await expect.poll(() => countOf(page)).toBeLessThan(all)
  await page.reload()
  await expect(group.getByRole('checkbox').first()).toBeChecked()
  await page.getByRole('region', { name: '已选条件' }).getByRole('button').first().click()
  await expect(page).not.toHaveURL(/cat=/)
  await expect.poll(() => countOf(page)).toBe(all)
})

test('Open now shows only what is open', async ({ page }) => {
  await page.setViewportSize(phone)
  await open(page, '/find')
  await page.getByRole('button', { name: '现在开放' }).click()
  await expect(page).toHaveURL(/open=now/)
  await expect(results(page).first()).toContainText(/开放/)
  await expect(page.getByText(/现在未开放|今天不开放/)).toHaveCount(0)
})

test('Filters open and close on a phone', async ({ page }) => {
  await page.setViewportSize(phone)
  await open(page, '/find')
  const filters = page.getByRole('region', { name: '筛选' })
  await expect(filters).toBeHidden()
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(filters).toBeVisible()
  await page.getByRole('button', { name: '看结果' }).click()
  await expect(filters).toBeHidden()
})

test('More results follow a button that keeps the focus', async ({ page }) => {
  await open(page, '/find')
  await expect(results(page)).toHaveCount(20)
  const more = page.getByRole('button', { name: '再看一些' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(results(page)).toHaveCount(40)
  await expect(more).toBeFocused()
})

test('Going back from a facility returns to the list as it was left', async ({ page }) => {
  await open(page, '/find?q=社区')
  await page.getByRole('button', { name: '再看一些' }).click()
  await expect(results(page)).toHaveCount(40)
  await results(page).nth(30).getByRole('link').click()
  await page.getByRole('link', { name: '返回查找结果' }).click()
  await expect(page).toHaveURL(/q=/)
  await expect(results(page)).toHaveCount(40)
  await expect(results(page).nth(30)).toBeInViewport()
})

test('An empty result helps on', async ({ page }) => {
  await open(page, '/find?q=%E9%BE%98%E9%9D%90%E9%BD%89%E7%88%A8&charge=FREE')
  await expect(page.getByText('没有找到“龘靐齉爨”')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选条件再查一次' }).click()
  await expect(page).not.toHaveURL(/charge/)
  await page.getByRole('link', { name: /看病买药/ }).click()
  await expect(results(page).first()).toBeVisible()
})

test('Words that are too long are refused beside the box, and nothing is sent', async ({ page }) => {
  await open(page, '/')
  await searchBox(page).fill('长'.repeat(201))
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByText('最多写 200 个字')).toBeVisible()
  await expect(searchBox(page)).toBeFocused()
  await expect(searchBox(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(page).toHaveURL(/\/$/)
})

async function countOf(page: Parameters<typeof results>[0]): Promise<number> {
  const text = await page.getByRole('heading', { level: 2, name: '结果' }).innerText()
  return Number(/(\d+)/.exec(text)?.[1] ?? Number.NaN)
}
