import { randomInt } from 'node:crypto'
import { freshUserName, handOver, join, pick, type Desk } from './colleague'
import { expectFaultless } from './faults'
import { expect, open, picture, settle, test, type Language, type Page } from './portal'
import { arrived, press, tabTo, type } from './resident'

/// Two centres of the demo district, one for the tests in each language: what is called at one is not heard at the other.
const centres: Record<Language, string> = { 'zh-CN': '乐山社区事务受理服务中心', en: '曲阳社区事务受理服务中心' }

/// The one who installed the portal has its first link: from there on everything is done on its pages.
test('The first administrator comes in by the link, and makes desks for whoever works there', async ({ page }) => {
  test.setTimeout(600_000)
  const link = process.env.JINLIN_ADMIN_LINK
  if (!link) throw new Error('JINLIN_ADMIN_LINK must hold what `jinlin admin-link` printed')
  await open(page, '/')
  await join(page, link, freshUserName(), 'zh-CN', '赵管理')
  const desks: Partial<Record<Language, Desk>> = {}
  for (const [language, centre] of Object.entries(centres) as [Language, string][]) {
    const facility = await newDesk(page, centre)
    const invitations: string[] = []
    for (let attempt = 0; attempt < 3; attempt++) invitations.push(await invite(page, `${centre}窗口`))
    desks[language] = { unit: `${centre}窗口`, facility, invitations }
  }
  await handOver(desks as Record<Language, Desk>)
  const service = await newService(page)
  await expectFaultless(page, ['/staff', '/staff/units/new', '/staff/services', '/staff/services/new', `/staff/services/${service}/change`, `/staff/services/${service}/close`, '/staff/appeals'])
})

async function newDesk(page: Page, centre: string): Promise<Desk['facility']> {
  await page.goto('/staff/units')
  await settle(page)
  await press(page, '新增单位')
  await arrived(page, '新增一个单位')
  await pick(page, '是做什么的', '服务窗口')
  await type(page, '名称', `${centre}窗口`)
  await press(page, '继续')
  await expect(page.getByRole('alert')).toContainText('请从列表里选')
  await press(page, '请从列表里选')
  await page.keyboard.type(centre)
  await expect(page.getByRole('option', { name: centre }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByText(`选好了：${centre}`)).toBeVisible()
  await picture(page, 'new-unit')
  await press(page, '继续')
  await arrived(page, '看一下对不对')
  await press(page, '新增')
  await arrived(page, `${centre}窗口已新增`)
  await press(page, '返回单位')
  const address = await page.getByRole('listitem').filter({ hasText: `${centre}窗口` }).getByRole('link', { name: '看设施' }).last().getAttribute('href')
  return { id: address!.split('/').at(-1)!, name: centre }
}

async function invite(page: Page, unit: string): Promise<string> {
  await page.goto('/staff/people/invite')
  await settle(page)
  const name = `小李${randomInt(1_000_000)}`
  await type(page, '姓名', name)
  await pick(page, '第一项职责', '窗口人员')
  await pick(page, '在哪个单位', unit)
  await tabTo(page, '继续')
  await page.keyboard.press('Enter')
  await arrived(page, '看一下对不对')
  await press(page, '发出邀请')
  await expect(page.locator('code')).toHaveText(/^http/)
  const link = await page.locator('code').innerText()
  await press(page, '返回工作人员')
  await expect(page.getByRole('link', { name })).toBeVisible()
  await press(page, name)
  await arrived(page, name)
  await press(page, '分配一项职责')
  await pick(page, '第一项职责', '单位负责人')
  await pick(page, '在哪个单位', unit)
  await press(page, '继续')
  await press(page, '分配')
  await expect(page.getByRole('heading', { level: 1, name: '职责已分配' })).toBeVisible()
  return link
}

/// Something new that can be booked, changed once, and seen by residents.
async function newService(page: Page): Promise<string> {
  const number = `NEW-${randomInt(1_000_000)}`
  await page.goto('/staff/services')
  await settle(page)
  await press(page, '新增一项')
  await arrived(page, '新增一项可以预约的事')
  await press(page, '继续')
  await expect(page.getByRole('alert')).toBeFocused()
  await press(page, '编号是')
  await page.keyboard.type(number)
  await pick(page, '哪一类', '窗口办事')
  await type(page, '名称', '养犬登记')
  await type(page, '英文名称', 'Dog licence')
  await press(page, '继续')
  await arrived(page, '来的时候要带什么？')
  await press(page, '再加一样')
  await page.getByLabel('要带的东西').focus()
  await page.keyboard.type('免疫证明')
  await type(page, '英文', 'Vaccination record')
  await press(page, '继续')
  await arrived(page, '约的时候要问什么？')
  await press(page, '再加一个问题')
  await page.getByLabel('问题', { exact: true }).focus()
  await page.keyboard.type('是第一次登记吗？')
  await picture(page, 'new-service-question')
  await press(page, '继续')
  await arrived(page, '有什么规矩？')
  await picture(page, 'new-service-rules')
  await press(page, '继续')
  await arrived(page, '看看对不对')
  await picture(page, 'new-service-check')
  await press(page, '新增')
  await arrived(page, '养犬登记已新增')
  await page.goto(`/staff/services/${number}/change`)
  await settle(page)
  await type(page, '名称', '养犬登记和年检')
  for (const title of ['来的时候要带什么？', '约的时候要问什么？', '有什么规矩？', '看看对不对']) {
    await press(page, '继续')
    await arrived(page, title)
  }
  await press(page, '保存')
  await arrived(page, '养犬登记和年检改好了')
  await page.goto(`/book/service/${number}`)
  await expect(page.getByRole('heading', { level: 1, name: '养犬登记和年检' })).toBeVisible()
  await expect(page.getByText('免疫证明')).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dog licence' })).toBeVisible()
  await expect(page.getByText('Vaccination record')).toBeVisible()
  await page.getByRole('button', { name: '中文' }).click()
  return number
}
