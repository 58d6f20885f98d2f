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
