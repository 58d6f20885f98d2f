import { agree, answerAll, mother } from './family'
import { faults } from './faults'
import { expect, narrow, open, phone, settle, sidewaysOverflow, test, type Language, type Mode } from './portal'
import { arrived, freshPhone, press, signIn, signInWords, type } from './resident'

/// A matter of the demo district that many of its centres offer.
const service = 'RES-PERMIT'

const words = {
  'zh-CN': {
    book: '预约', search: '您要办什么', find: '查找', matter: '居住证', choose: '挑地方和时间', when: '您想什么时候、去哪里？', start: '小区、居委或路名', startWord: '小区',
    who: '谁来办？', mother: '还没填姓名', go: '继续', check: '看看对不对', bookIt: '确定预约', booked: '约好了',
    mine: '我的预约', details: '看详情', one: '预约详情', move: '改时间', moveTitle: '想改到什么时候？', moveCheck: '看看新时间对不对', moveIt: '确定改', moved: '改好了',
    cancel: '取消预约', cancelTitle: '要取消这个预约吗？', cancelIt: '确定取消', cancelled: '取消好了', held: '号给您留着', number: '预约号', slip: '预约单', byOther: '家人帮我约的',
  },
  en: {
    book: 'Book', search: 'What is it about?', find: 'Find', matter: 'Residence permit', choose: 'Choose place and time', when: 'Where and when?', start: 'Compound, neighbourhood or road', startWord: '小区',
    who: 'Who is it for?', mother: 'gave no name', go: 'Continue', check: 'Check your answers', bookIt: 'Book it', booked: 'It is booked',
    mine: 'My appointments', details: 'Details', one: 'Appointment', move: 'Move it', moveTitle: 'When would you rather come?', moveCheck: 'Check the new time', moveIt: 'Move it', moved: 'It is moved',
    cancel: 'Cancel it', cancelTitle: 'Cancel this appointment?', cancelIt: 'Cancel it', cancelled: 'It is cancelled', held: 'This place is kept for you', number: 'Appointment number', slip: 'Appointment slip', byOther: 'Made for me by somebody else',
  },
} satisfies Record<Language, Record<string, string>>

for (const language of ['zh-CN', 'en'] as Language[]) {
  const w = words[language]

  test(`By keyboard on a phone a resident books for her mother at the nearest centre with a free place, moves it and cancels it, in ${language}`, async ({ page, browser }) => {
    test.slow()
    await page.setViewportSize(phone)
    const daughter = freshPhone()
    const hers = await mother(browser, daughter, language)
    await open(page, '/sign-in', language)
    await signIn(page, daughter, signInWords[language])
    await agree(page, language)

    await press(page, w.book)
    await arrived(page, w.book === 'Book' ? 'Book a visit' : w.book)
    await type(page, w.search, w.matter)
    await page.keyboard.press('Enter')
    await expect(page.locator('main').getByRole('link', { name: w.matter }).first()).toBeVisible()
    await open(page, `/book/service/${service}`, language)
    await press(page, w.choose)
    await arrived(page, w.when)
    await type(page, w.start, w.startWord)
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.locator('.early .pick').first()).toContainText(/\d/)
    await page.locator('.early .pick').first().focus()
    await page.keyboard.press('Enter')

    await arrived(page, w.who)
    await page.getByRole('radio', { name: w.mother }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/\/(bring|question|check)/)
    await expect(page.getByRole('timer')).toContainText(w.held)
    await answerAll(page, language)
    await press(page, w.bookIt)
    await arrived(page, w.booked)
    const number = (await page.locator('.panel-done strong').innerText()).trim()
    expect(number).not.toBe('')
    expect(page.url()).not.toContain(number)

    // Her mother sees it, and who made it.
    await open(hers, '/book/mine', language)
    await expect(hers.getByText(w.byOther)).toBeVisible()

    await open(page, '/book/mine', language)
    await press(page, w.details)
    await arrived(page, w.one)
    await expect(page.getByText(number)).toBeVisible()
    await press(page, w.move)
    await arrived(page, w.moveTitle)
    await expect(page.locator('.early .pick').last()).toBeVisible()
    await page.locator('.early .pick').last().focus()
    await page.keyboard.press('Enter')
    await arrived(page, w.moveCheck)
    await press(page, w.moveIt)
    await arrived(page, w.moved)
    await expect(page.getByText(number)).toBeVisible()

    await open(page, '/book/mine', language)
    await press(page, w.details)
    await arrived(page, w.one)
    await press(page, w.cancel)
    await arrived(page, w.cancelTitle)
    await press(page, w.cancelIt)
    await arrived(page, w.cancelled)
    await hers.context().close()
  })
}

const open_pages = ['/book', `/book/service/${service}`, `/book/service/${service}/when`, `/book/service/${service}/releases`, '/book/answer/none', '/book/figures']
const own_pages = ['/book/mine', '/book/mine/past', '/book/mine/calendar', '/book/mine/attendance', '/book/mine/lotteries', '/book/mine/tickets', '/book/ticket']

for (const mode of ['light', 'dark', 'care'] as Mode[]) {
  test(`No page on booking has a fault axe can see, ${mode}, nor does it reach beyond a small screen`, async ({ page }) => {
    test.setTimeout(600_000)
    await open(page, '/sign-in', 'zh-CN', mode)
    await signIn(page, freshPhone(), signInWords['zh-CN'])
    await page.setViewportSize(narrow)
    await page.goto(`/book/service/${service}`)
    const facility = (await page.locator('main a[href^="/facility/"]').first().getAttribute('href'))!.split('/').at(-1)!
    for (const language of ['zh-CN', 'en'] as Language[]) {
      await page.evaluate(
        ([chosen, care]) => {
          localStorage.setItem('jinlin.language', chosen)
          localStorage.setItem('jinlin.care', care)
        },
        [language, mode === 'care' ? 'on' : 'off'] as const,
      )
      for (const path of [...open_pages, ...own_pages, `/book/service/${service}/when?at=${facility}`, `/book/ticket?at=${facility}`, `/display/${facility}`]) {
        await page.goto(path)
        await settle(page)
        expect(await faults(page, mode), `${path}, ${language}`).toEqual([])
        expect(await sidewaysOverflow(page), `${path}, ${language}`).toBe(0)
      }
    }
  })
}

test('Whoever is not signed in can choose a time, and is asked to sign in only then', async ({ page }) => {
  await open(page, `/book/service/${service}/when`)
  const first = page.locator('.early .pick').first()
  await first.click()
  await expect(page).toHaveURL(/\/sign-in\?next=\/book\/slot\//)
})

test('The pages of the desk are for staff', async ({ page }) => {
  for (const path of ['/line', '/line/day', '/line/schedules']) {
    await open(page, path)
    await expect(page).toHaveURL(new RegExp(`/staff/sign-in\\?next=${path}$`))
  }
})
