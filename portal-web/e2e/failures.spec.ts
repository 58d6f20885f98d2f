import { expect, open, results, searchBox, test } from './portal'

test.use({ expectedErrors: [/Failed to load resource/] })

test('A server that fails is named as the cause, and trying again works', async ({ page }) => {
  await page.route('**/graphql', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>503</h1>' }))
  await open(page, '/find?q=图书馆')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('暂时连不上近邻')
  await page.unroute('**/graphql')
  await alert.getByRole('button', { name: '再试一次' }).click()
  await expect(results(page).first()).toContainText('图书馆')
  await expect(alert).toHaveCount(0)
})

test('A fault gives the number to report', async ({ page }) => {
  const body = JSON.stringify({ data: null, errors: [{ message: 'x', extensions: { code: 'INTERNAL_ERROR', traceId: 'trace-7' } }] })
  await page.route('**/graphql', (route) => route.fulfill({ contentType: 'application/graphql-response+json', body }))
  await open(page, '/find', 'en')
  await expect(page.getByRole('alert')).toContainText('Reference for a report: trace-7')
})

test('A missing network is named, on the page and in the list', async ({ page, context }) => {
  await open(page, '/find')
  await context.setOffline(true)
  await expect(page.getByText('现在没有网络，能看已打开的页面')).toBeVisible()
  await page.getByRole('group', { name: '收费' }).getByRole('checkbox').first().check()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('连上网后再试一次')
  await context.setOffline(false)
  await alert.getByRole('button', { name: '再试一次' }).click()
  await expect(results(page).first()).toBeVisible()
})

test('More results that fail leave the list standing', async ({ page }) => {
  await open(page, '/find')
  await page.route('**/graphql', (route) => route.abort())
  await page.getByRole('button', { name: '再看一些' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(results(page)).toHaveCount(20)
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(results(page)).toHaveCount(40)
})

test('Words the server refuses are named with a link to the box', async ({ page }) => {
  await open(page, `/find?q=${'长'.repeat(201)}`)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('有的条件不对')
  await alert.getByRole('link').click()
  await expect(searchBox(page)).toBeFocused()
})

test('A page older than the server asks to be reloaded', async ({ page }) => {
  const body = JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
  await page.route('**/graphql', (route) => route.fulfill({ contentType: 'application/graphql-response+json', body }))
  await open(page, '/find')
  await expect(page.getByRole('alert').getByRole('button', { name: '刷新页面' })).toBeVisible()
})

test('A plainer search is said to be one', async ({ page }) => {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch()
    const text = (await response.text()).replace('"degraded":false', '"degraded":true')
    await route.fulfill({ response, body: text })
  })
  await open(page, '/find?q=图书馆')
  await expect(page.getByText('智能查找暂时不可用')).toBeVisible()
})
