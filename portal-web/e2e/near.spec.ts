import { expect, open, results, test } from './portal'

test.use({ geolocation: { latitude: 31.2401, longitude: 121.4402 } })

test.describe('With permission', () => {
  test.use({ permissions: ['geolocation'] })

  test('Nearness is asked for first, then sorts by distance and stays out of the address', async ({ page }) => {
    await open(page, '/')
    await page.getByRole('button', { name: '离我近的' }).click()
    const consent = page.getByRole('region', { name: '使用您的位置？' })
    await expect(consent).toContainText('不保存')
    await consent.getByRole('button', { name: '同意并定位' }).click()
    await expect(page).toHaveURL(/\/find\?sort=NEAREST$/)
    await expect(results(page).first()).toContainText(/直线 [\d.]+ (米|公里)/)
    await page.getByRole('button', { name: '不用我的位置' }).click()
    await expect(results(page).first()).not.toContainText('直线')
  })

  test.describe('In the demo district', () => {
    test.use({ geolocation: { latitude: 31.0751, longitude: 121.4151 } })

    test('A walk limits the list, is told at each place, and goes when the place is forgotten', async ({ page }) => {
      await open(page, '/find?q=社区')
      await page.getByRole('button', { name: '离我近的' }).click()
      await page.getByRole('button', { name: '同意并定位' }).click()
      await page.getByRole('combobox', { name: '步行时间' }).selectOption('15')
      await expect(page).toHaveURL(/walk=15/)
      await expect(results(page).first()).toContainText(/步行约 \d+ 分钟/)
      const minutes = (await results(page).allInnerTexts()).map((text) => Number(/步行约 (\d+) 分钟/.exec(text)?.[1] ?? NaN))
      expect(Math.max(...minutes)).toBeLessThanOrEqual(15)
      await page.getByRole('combobox', { name: '谁来走' }).selectOption('ELDER')
      await expect(page.getByRole('region', { name: '已选条件' })).toContainText('步行 15 分钟以内 · 老年人')
      await expect.poll(() => results(page).count()).toBeLessThanOrEqual(minutes.length)
      await page.getByRole('button', { name: '不用我的位置' }).click()
      await expect(page).not.toHaveURL(/walk=|who=/)
    })
  })

  test('The map opens beneath the list, in a named region, only when asked for', async ({ page }) => {
    await open(page, '/find')
    await expect(page.getByRole('region', { name: '地图' })).toHaveCount(0)
    await page.getByRole('button', { name: '在地图上看' }).click()
    const map = page.getByRole('region', { name: '地图' })
    await expect(map.locator('.map-pin').first()).toBeVisible()
    await expect(map).toContainText('暂时没有底图')
    await expect(map).not.toContainText('Leaflet')
  })
})

test('No is an answer: nothing is located and the way back is kept', async ({ page }) => {
  await open(page, '/find')
  const near = page.getByRole('button', { name: '离我近的' })
  await near.click()
  await page.getByRole('button', { name: '不用了' }).click()
  await expect(near).toBeFocused()
  await expect(page.getByText('正在定位')).toHaveCount(0)
})

test('A browser that refuses leads to the sub-districts instead', async ({ page }) => {
  await open(page, '/find')
  await page.getByRole('button', { name: '离我近的' }).click()
  await page.getByRole('button', { name: '同意并定位' }).click()
  await expect(page.getByRole('alert')).toContainText('按街道查找')
})
