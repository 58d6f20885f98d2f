import { circleAddress, expect, open, phone, searchBox, test, type Page } from './portal'

const exact = { latitude: 31.075123, longitude: 121.415234 }

function summary(page: Page) {
  return page.getByRole('main').getByText(/^走路 \d+ 分钟，能到 \d+ 处/)
}

async function reachedIn(page: Page): Promise<number> {
  return Number(/能到 (\d+) 处/.exec(await summary(page).innerText())![1])
}

test('A place is chosen and the list is read by keyboard alone', async ({ page }) => {
  await open(page, '/circle')
  await searchBox(page).focus()
  await page.keyboard.type('图书馆')
  await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const option = page.getByRole('listbox').getByRole('option').first()
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(summary(page)).toBeVisible()
  await tabTo(page, '五分钟就该有的')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: '五分钟就该有的', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('a[href^="/facility/"]:focus')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const way = page.getByRole('region', { name: '怎么走到' })
  await expect(way.getByRole('listitem').first()).toContainText(/走.* [\d.]+ (米|公里)/)
  await page.keyboard.press('Tab')
  await expect(way.getByRole('checkbox', { name: '不走台阶' })).toBeFocused()
})

test('Words sent without choosing lead to a list of places to choose from', async ({ page }) => {
  await open(page, '/circle')
  await searchBox(page).fill('图书馆')
  await searchBox(page).press('Enter')
  const places = page.getByRole('group', { name: '您说的是哪一个？' })
  await expect(places.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(summary(page)).toBeVisible()
})

test('A place nobody knows is said to be unknown, and nothing written is asked for', async ({ page }) => {
  await open(page, '/circle')
  await page.getByRole('button', { name: '查地点' }).click()
  await expect(page.getByRole('alert')).toContainText('请先写一个地点')
  await expect(searchBox(page)).toBeFocused()
  await searchBox(page).fill('龘靐齉爨')
  await searchBox(page).press('Enter')
  await expect(page.getByRole('alert')).toContainText('没有找到“龘靐齉爨”')
})

test('Who walks and how long stand in the address, change the answer and outlive a reload', async ({ page }) => {
  await open(page, circleAddress)
  const adult = await reachedIn(page)
  await page.getByRole('radio', { name: '老年人' }).check()
  await page.getByRole('radio', { name: '10 分钟' }).check()
  await expect(page).toHaveURL(/who=elder/)
  await expect(page).toHaveURL(/min=10/)
  await expect(page.getByRole('main').getByText(/^走路 10 分钟，能到/)).toBeVisible()
  await expect.poll(() => reachedIn(page)).toBeLessThan(adult)
  await page.reload()
  await expect(page.getByRole('radio', { name: '老年人' })).toBeChecked()
  await expect(page.getByRole('main').getByText(/^走路 10 分钟，能到/)).toBeVisible()
})

test('Every place of a category is shown on demand, nearest first', async ({ page }) => {
  await open(page, circleAddress)
  const buttons = page.getByRole('button', { name: /看全部|看最近/ })
  const totals = (await buttons.allTextContents()).map((text) => Number(/，(\d+) 处/.exec(text)![1]))
  const largest = Math.max(...totals)
  const more = buttons.nth(totals.indexOf(largest))
  await more.focus()
  const wanted = Math.min(50, largest)
  const heading = await more.evaluate((button) => button.closest('section')!.getAttribute('aria-labelledby'))
  const category = page.locator(`section[aria-labelledby="${heading}"]`)
  await page.keyboard.press('Enter')
  await expect(category.getByRole('listitem')).toHaveCount(wanted)
  const minutes = (await category.getByText(/约 \d+ 分钟/).allInnerTexts()).map((text) => Number(/约 (\d+) 分钟/.exec(text)![1]))
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b))
  await expect(category.getByRole('button', { name: '收起' })).toBeFocused()
})

test('Coming back from a place finds the circle as it was', async ({ page }) => {
  await open(page, circleAddress)
  const link = page.locator('a[href^="/facility/"]').nth(8)
  await link.click()
  await expect(page.getByText(/从您选的出发地：/)).toBeVisible()
  await page.goBack()
  await expect(summary(page)).toBeVisible()
  await expect(link).toBeInViewport()
})

test.describe('With the device’s own place', () => {
  test.use({ geolocation: exact, permissions: ['geolocation'] })

  async function startHere(page: Page): Promise<void> {
    await open(page, '/circle?who=elder')
    await page.getByRole('button', { name: '从我现在的位置出发' }).click()
    await page.getByRole('button', { name: '同意并定位' }).click()
    await expect(summary(page)).toBeVisible()
  }

  test('The exact place stays out of the address, of storage and of the link to share', async ({ page }) => {
    await startHere(page)
    await expect(page).toHaveURL(/\/circle\?who=elder$/)
    await page.getByRole('button', { name: '分享' }).click()
    const shared = await page.getByRole('textbox', { name: '分享用的网址' }).inputValue()
    expect(shared).toMatch(/\/circle\?who=elder&near=31\.075(,|%2C)121\.415$/)
    await expect(page.getByText('只精确到约 100 米')).toBeVisible()
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(stored).not.toMatch(/31\.07|121\.41/)
    await page.goto(shared)
    await expect(page.getByText('分享来的大概位置（约 100 米内）', { exact: true })).toBeVisible()
    await expect(summary(page)).toBeVisible()
  })

  test('A home is kept on the device when asked for, found again, and forgotten', async ({ page }) => {
    await startHere(page)
    await page.getByText('把这里记为我的家').click()
    await expect(page.getByText('只记在这台设备上')).toBeVisible()
    await page.getByRole('button', { name: '记在这台设备上' }).click()
    expect(await page.evaluate(() => localStorage.getItem('jinlin.home'))).toBe('{"at":{"lat":31.0751,"lon":121.4152},"name":""}')
    await page.goto('/circle')
    await page.getByRole('button', { name: '从我的家出发' }).click()
    await expect(summary(page)).toBeVisible()
    await expect(page).toHaveURL(/\/circle$/)
    await page.getByRole('button', { name: '换个地方' }).click()
    await page.getByRole('button', { name: '忘掉我的家' }).click()
    await expect(page.getByRole('button', { name: '从我的家出发' })).toHaveCount(0)
    expect(await page.evaluate(() => localStorage.getItem('jinlin.home'))).toBeNull()
  })
})

test('A browser that refuses to locate leads to writing a place', async ({ page }) => {
  await open(page, '/circle')
  await page.getByRole('button', { name: '从我现在的位置出发' }).click()
  await page.getByRole('button', { name: '同意并定位' }).click()
  await expect(page.getByRole('alert')).toContainText('写小区、路名')
})

test('What lacks is named with how far the nearest is', async ({ page }) => {
  await open(page, `${circleAddress}&min=5`)
  const missing = page.getByRole('region', { name: '5 分钟内没有的' }).first()
  await expect(missing.getByRole('listitem').first()).toContainText(/最近的要走 \d+ 分钟|一处也走不到/)
})

test('The map opens beneath the list and says that its outline is approximate', async ({ page }) => {
  await open(page, circleAddress)
  await expect(page.getByRole('region', { name: '15分钟圈地图' })).toHaveCount(0)
  await page.getByRole('region', { name: '地图', exact: true }).getByRole('button', { name: '在地图上看' }).click()
  const map = page.getByRole('region', { name: '15分钟圈地图' })
  await expect(map.locator('path.map-ring')).toHaveCount(1)
  await expect(map.locator('.map-dot').first()).toBeVisible()
  await expect(map).toContainText('只供参考')
})

test('A tap on the map starts the walk there, can be taken back, and has an equal by keyboard', async ({ page }) => {
  await open(page, circleAddress)
  await page.getByRole('region', { name: '地图', exact: true }).getByRole('button', { name: '在地图上看' }).click()
  const map = page.getByRole('region', { name: '15分钟圈地图' })
  await expect(map.locator('path.map-ring')).toHaveCount(1)
  const box = (await map.locator('.map-box').boundingBox())!
  // Beside the outline, where no dot is in the way.
  await map.locator('.map-box').click({ position: { x: box.width / 2 + 150, y: box.height * 0.12 }, force: true })
  const start = page.getByText('您在地图上点的地方', { exact: true })
  await expect(start).toBeVisible()
  await expect(page).toHaveURL(/\/circle$/)
  await page.getByRole('button', { name: '回到原来的地方' }).click()
  await expect(start).toHaveCount(0)
  await expect(page.getByText('分享来的大概位置（约 100 米内）', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '不用地图，写地名换个出发地' }).press('Enter')
  await expect(searchBox(page)).toBeFocused()
})

test('Open states are those of the chosen time, which stands in the address and is said', async ({ page }) => {
  await open(page, circleAddress)
  await page.getByRole('radio', { name: '指定时间' }).check()
  await page.getByLabel('哪天几点').fill('2027-05-12T03:00')
  await expect(page).toHaveURL(/open=2027-05-12T03(:|%3A)00/)
  await expect(page.getByRole('main').getByText(/其中 \d+ 处在5月12日 03:00 开放/)).toBeVisible()
  await expect(page.getByText('那时关着').first()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('哪天几点')).toHaveValue('2027-05-12T03:00')
  await page.getByRole('radio', { name: '现在' }).check()
  await expect(summary(page)).toContainText('现在开放')
  await expect(page.getByText('那时关着')).toHaveCount(0)
})

test('Who walks is remembered on this device, and a facility’s walk is theirs', async ({ page }) => {
  await open(page, circleAddress)
  await page.getByRole('radio', { name: '老年人' }).check()
  await expect(page).toHaveURL(/who=elder/)
  await page.locator('a[href^="/facility/"]').first().click()
  await expect(page.getByText(/从您选的出发地（老年人）：步行约 \d+ 分钟/)).toBeVisible()
  await page.goto('/circle?near=31.075,121.415')
  await expect(page.getByRole('radio', { name: '成年人' })).toBeChecked()
  await page.goto('/circle')
  await searchBox(page).fill('图书馆')
  await page.getByRole('option').first().click()
  await expect(page.getByRole('radio', { name: '老年人' })).toBeChecked()
})

test('Paper gets one page with minutes and telephone numbers', async ({ page }) => {
  for (const language of ['zh-CN', 'en'] as const) {
    await open(page, circleAddress, language, 'care')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('table').first()).toBeVisible()
    await expect(page.getByRole('cell', { name: /\d+ (分钟|minutes)/ }).first()).toBeVisible()
    await expect(page.getByRole('cell', { name: /\d{3,}/ }).first()).toBeVisible()
    await expect(page.getByRole('radio').first()).toBeHidden()
    await page.emulateMedia({ media: null })
  }
})

test.describe('When it does not work', () => {
  test.use({ expectedErrors: [/Failed to load resource/] })

  test('A start far from any path is told from a fault, with what to do', async ({ page }) => {
    await open(page, '/circle?near=31.240,121.440')
    await expect(page.getByRole('alert')).toContainText('请换一个出发的地方')
    await expect(searchBox(page)).toBeVisible()
  })

  test('A missing network is named, and trying again works', async ({ page, context }) => {
    await page.setViewportSize(phone)
    await open(page, circleAddress)
    await context.setOffline(true)
    await page.getByRole('radio', { name: '轮椅' }).check()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('连上网后再试一次')
    await context.setOffline(false)
    await alert.getByRole('button', { name: '再试一次' }).click()
    await expect(summary(page)).toBeVisible()
  })

  test('An estimate is named as one, at each walk and above them all', async ({ page }) => {
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch()
      const text = (await response.text()).replaceAll('"estimated":false', '"estimated":true')
      await route.fulfill({ response, body: text })
    })
    await open(page, circleAddress)
    await expect(page.getByText('所有时间都是估算').first()).toBeVisible()
    await expect(page.getByRole('main').getByText(/^估算约 \d+ 分钟/).first()).toBeVisible()
  })
})

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if ((await page.locator(':focus').innerText().catch(() => '')).trim() === name) return
  }
  throw new Error(`The Tab key does not lead to ${name}`)
}
