import { faults } from './faults'
import { expect, narrow, open, sidewaysOverflow, settle, test, type Language, type Mode } from './portal'
import { arrived, freshPhone, press, signIn, signInWords, tabTo, tick, type } from './resident'

const pages = [
  '/me', '/me/profile', '/me/profile/name', '/me/profile/birth-date', '/me/profile/needs', '/me/profile/display',
  '/me/home', '/me/home/place', '/me/home/address', '/me/family', '/me/family/invite', '/me/family/invite/may',
  '/me/family/invite/until', '/me/family/child', '/me/consents', '/me/seen', '/me/data', '/me/data/erase',
  '/me/data/erase/check', '/me/messages', '/me/messages/ways', '/me/messages/mail', '/me/messages/mail/code',
  '/me/devices', '/me/phone', '/erasure-report',
]

const words = {
  'zh-CN': {
    profile: '我的资料', change: '修改', nameTitle: '您叫什么名字？', name: '姓名', save: '保存',
    home: '我的家', addHome: '记下我的家', placeTitle: '您家在哪里？', place: '小区、居委或路名', addressTitle: '门牌号写全一点',
    address: '地址', agree: '我看过了，同意', door: ' 3 号 201 室', me: '返回我的近邻', doors: '我的近邻',
    family: '家人代办', invite: '请一个人帮我办', whom: '您想请谁帮忙？', relation: '您怎么称呼他', daughter: '女儿',
    phone: '他的手机号', problem: '手机号是 11 位数字', may: '他可以帮您办什么？', booking: '预约', until: '帮到什么时候？',
    month: '一个月', check: '看看对不对', send: '发出邀请', sent: '邀请发出去了', back: '回到家人代办', waits: '等对方答应',
    data: '拿走或删除我的资料', ask: '要一份', take: '拿走', taken: '您的这一份', savePage: '存成网页', erase: '看看会删掉什么', eraseTitle: '注销会怎么样',
    decided: '我想好了', when: '什么时候删？', wait: '过几天再删', sure: '我知道删掉以后找不回来', close: '注销账户',
    closed: '收到您的注销申请', report: '查一查删了什么', receipt: '删除回执号', look: '还没有删',
  },
  en: {
    profile: 'About me', change: 'Change', nameTitle: 'What is your name?', name: 'Name', save: 'Save',
    home: 'My home', addHome: 'Record my home', placeTitle: 'Where do you live?', place: 'Compound, neighbourhood or road',
    addressTitle: 'Complete the address', address: 'Address', agree: 'I have read this and agree', door: ', flat 201',
    me: 'Back to My Jinlin', doors: 'My Jinlin',
    family: 'Family', invite: 'Invite somebody', whom: 'Whom do you want to invite?', relation: 'What you call them', daughter: 'my daughter',
    phone: 'Their mobile number', problem: 'A mobile number has 11 digits', may: 'What may they do for you?', booking: 'Book', until: 'Until when?',
    month: 'One month', check: 'Check your answers', send: 'Send the invitation', sent: 'The invitation is sent', back: 'Back to Family', waits: 'has not answered yet',
    data: 'Take or erase my data', ask: 'Ask for a copy', take: 'Take it', taken: 'Your copy', savePage: 'Save as a page', erase: 'See what would be erased',
    eraseTitle: 'What closing your account means', decided: 'I have decided', when: 'When should it be erased?', wait: 'In a few days',
    sure: 'I know that it cannot be recovered', close: 'Close my account', closed: 'Your account will be closed',
    report: 'See what was erased', receipt: 'Receipt', look: 'Not erased yet',
  },
} satisfies Record<Language, Record<string, string>>

for (const language of ['zh-CN', 'en'] as Language[]) {
  const w = words[language]

  test(`By keyboard alone a resident signs up, adds a home, invites a daughter, takes a copy and asks for erasure, in ${language}`, async ({ page }) => {
    test.slow()
    await open(page, '/me', language)
    await expect(page).toHaveURL(/\/sign-in/)
    await signIn(page, freshPhone(), signInWords[language])

    await press(page, w.profile)
    await arrived(page, w.profile)
    await press(page, w.change)
    await arrived(page, w.nameTitle)
    await type(page, w.name, '王秀英')
    await tick(page, w.agree)
    await press(page, w.save)
    await arrived(page, w.profile)
    await expect(page.getByText('王秀英')).toBeVisible()

    await press(page, w.me)
    await arrived(page, w.doors)
    await press(page, w.home)
    await press(page, w.addHome)
    await arrived(page, w.placeTitle)
    await type(page, w.place, '小区')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await arrived(page, w.addressTitle)
    await tabTo(page, w.address)
    await page.keyboard.press('End')
    await page.keyboard.type(w.door)
    await tick(page, w.agree)
    await press(page, w.save)
    await arrived(page, w.home)
    await expect(page.getByText(w.door.trim())).toBeVisible()

    await press(page, w.me)
    await press(page, w.family)
    await press(page, w.invite)
    await arrived(page, w.whom)
    await type(page, w.relation, w.daughter)
    await type(page, w.phone, '139')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toBeFocused()
    await press(page, w.problem)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('13800000001')
    await page.keyboard.press('Enter')
    await arrived(page, w.may)
    await tick(page, w.booking)
    await page.keyboard.press('Enter')
    await arrived(page, w.until)
    await tick(page, w.month)
    await page.keyboard.press('Enter')
    await arrived(page, w.check)
    await tick(page, w.agree)
    await press(page, w.send)
    await arrived(page, w.sent)
    await press(page, w.back)
    await expect(page.getByText(w.waits)).toBeVisible()

    await press(page, w.me)
    await press(page, w.data)
    await arrived(page, w.data)
    await press(page, w.ask)
    await expect(page.getByRole('button', { name: w.take, exact: true })).toBeVisible({ timeout: 180_000 })
    await press(page, w.take)
    await expect(page.getByRole('group', { name: w.taken })).toBeFocused()
    const [copy] = await Promise.all([page.waitForEvent('download'), press(page, w.savePage)])
    expect(copy.suggestedFilename()).toMatch(/\.html$/)

    await press(page, w.erase)
    await arrived(page, w.eraseTitle)
    await press(page, w.decided)
    await arrived(page, w.when)
    await tick(page, w.wait)
    await tick(page, w.sure)
    await press(page, w.close)
    await expect(page.getByRole('heading', { level: 1, name: w.closed })).toBeVisible()
    const receipt = await page.locator('strong').innerText()
    await press(page, w.report)
    await arrived(page, w.report)
    await type(page, w.receipt, receipt)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 2, name: w.look })).toBeVisible()
    expect(page.url()).not.toContain(receipt)
  })
}

// A test for each mode: together they take minutes, and two workers share them.
for (const mode of ['light', 'dark', 'care'] as Mode[]) {
  test(`No page of one’s own has a fault axe can see or reaches beyond a small screen, ${mode}, in both languages`, async ({ page }) => {
    test.setTimeout(300_000)
    await open(page, '/sign-in')
    await signIn(page, freshPhone(), signInWords['zh-CN'])
    await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
    await page.setViewportSize(narrow)
    for (const language of ['zh-CN', 'en'] as Language[]) {
      await page.evaluate(
        ([chosen, care]) => {
          localStorage.setItem('jinlin.language', chosen)
          localStorage.setItem('jinlin.care', care)
        },
        [language, mode === 'care' ? 'on' : 'off'] as const,
      )
      for (const path of pages) {
        await page.goto(path)
        await settle(page)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        expect(await faults(page, mode), `${path}, ${language}`).toEqual([])
        expect(await sidewaysOverflow(page), `${path}, ${language}`).toBe(0)
      }
    }
  })
}

test('Whoever is not signed in comes to the sign-in page, and has nothing of a person in the address', async ({ page }) => {
  for (const path of ['/me', '/me/home', '/me/family/invite/check']) {
    await open(page, path)
    await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=${path}$`))
  }
  await open(page, '/erasure-report')
  await expect(page.getByRole('textbox')).toBeVisible()
})
