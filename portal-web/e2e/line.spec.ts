import type { Browser } from '@playwright/test'
import { randomInt } from 'node:crypto'
import { deskOf, freshUserName, join, pick, type Desk } from './colleague'
import { agree, answerAll, mother } from './family'
import { expectFaultless, faults } from './faults'
import { expect, open, phone, picture, settle, test, type Language, type Page } from './portal'
import { arrived, freshPhone, press, signIn, signInWords, tabTo, tick, type } from './resident'

const minute = 60_000
const day = 24 * 60 * minute
// What is done here takes so long at most, and all of it belongs to one day of the desk.
const visit = 24 * minute

const words = {
  'zh-CN': {
    matter: '居住证办理', line: '今天的队', open: '开窗口', openMore: '开一个窗口', counterName: '窗口名称', english: '英文名称', schedules: '排班', add: '新排一个', what: '办什么', resource: '窗口、房间或人', weekend: ['周六', '周日'],
    from: '从', to: '到', asUsual: '节假日照常', minutes: '一个号多少分钟', places: '一个时段几个位子', lead: '开始前多少分钟停止预约', save: '确定', created: '排班建好了',
    book: '预约', toMine: '我的预约', mine: '我的预约', bookTitle: '预约', search: '您要办什么', choose: '挑地方和时间', when: '您想什么时候、去哪里？', start: '小区、居委或路名', times: '看时间', tomorrow: '明天',
    who: '谁来办？', mother: '还没填姓名', bookIt: '确定预约', booked: '约好了', details: '看详情', one: '预约详情', move: '改时间', moveTitle: '想改到什么时候？', moveCheck: '看看新时间对不对', moveIt: '确定改', moved: '改好了',
    messages: '消息', reminder: '提醒', look: '去看看', answer: '您来吗？', come: '我会来', came: '您说了会来',
    bookFor: '替人预约', forWhom: '给谁约？', phone: '手机号', phoneWrong: '手机号是 11 位', whoAsks: '谁来约的？', next: '继续', whatFor: '约什么？', whenTo: '什么时候来？', readOut: '念给他听，看看对不对',
    code: '预约号', there: '报到', checkedIn: '排队号', callNext: '叫下一位', done: '办完了', waiting: '在等',
    display: '叫号', sound: '打开声音', tickets: '我的排队号', go: '请到',
  },
  en: {
    matter: 'Residence permit', line: 'Today’s line', open: 'Open', openMore: 'Open a counter', counterName: 'Chinese name of the counter', english: 'English name', schedules: 'Schedules', add: 'Add a schedule', what: 'What for', resource: 'Counter, room or person', weekend: ['Sat', 'Sun'],
    from: 'From', to: 'To', asUsual: 'As on other days', minutes: 'Minutes of one slot', places: 'Places of a slot', lead: 'Minutes before the start when booking ends', save: 'Confirm', created: 'The schedule is made',
    book: 'Book', toMine: 'y appointments', mine: 'My appointments', bookTitle: 'Book a visit', search: 'What is it about?', choose: 'Choose place and time', when: 'Where and when?', start: 'Compound, neighbourhood or road', times: 'See times', tomorrow: 'tomorrow',
    who: 'Who is it for?', mother: 'gave no name', bookIt: 'Book it', booked: 'It is booked', details: 'Details', one: 'Appointment', move: 'Move it', moveTitle: 'When would you rather come?', moveCheck: 'Check the new time', moveIt: 'Move it', moved: 'It is moved',
    messages: 'Messages', reminder: 'Reminder', look: 'Take a look', answer: 'Will you come?', come: 'I will come', came: 'You said that you will come',
    bookFor: 'Book for somebody', forWhom: 'Who is it for?', phone: 'Mobile number', phoneWrong: 'A mobile number has 11', whoAsks: 'Who asks for it?', next: 'Continue', whatFor: 'What is it for?', whenTo: 'When do they come?', readOut: 'Read it out, and check it',
    code: 'Appointment number', there: 'Check in', checkedIn: 'Ticket', callNext: 'Call next', done: 'Done', waiting: 'waiting',
    display: 'Now calling', sound: 'Turn the sound on', tickets: 'My tickets', go: 'Please go to',
  },
} satisfies Record<Language, Record<string, string | string[]>>

type Words = (typeof words)[Language]

for (const language of ['zh-CN', 'en'] as Language[]) {
  const w = words[language]

  test(`By keyboard on a phone a resident books for her mother nearby, moves it, is reminded, and her mother is called at the desk, in ${language}`, async ({ page, browser }) => {
    test.setTimeout(45 * minute)
    await untilThereIsTimeToday(page)
    const desk = await deskOf(language)
    const counter = randomInt(1, 1_000)
    const staff = await atTheDesk(browser, desk, counter, language)
    const { opens, closes } = await newSchedule(staff, counter, w)

    await page.setViewportSize(phone)
    const daughter = freshPhone()
    const hers = await mother(browser, daughter, language)
    await open(page, '/sign-in', language)
    await signIn(page, daughter, signInWords[language])
    await agree(page, language)

    // A place later than the one she will move to.
    await toTheTimes(page, desk, w, language)
    await press(page, w.tomorrow)
    await press(page, `${clock(opens + (closes - opens > 35 * minute ? 25 : 15) * minute)}–`)
    await arrived(page, w.who)
    await page.getByRole('radio', { name: w.mother }).focus()
    await page.keyboard.press('Space')
    await picture(page, `who-${language}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/\/(bring|question|check)/)
    await answerAll(page, language)
    await picture(page, `check-${language}`)
    await press(page, w.bookIt)
    await arrived(page, w.booked)
    await picture(page, `booked-${language}`)
    const number = (await page.locator('.panel-done strong').innerText()).trim()

    // Reminders go out a day before, to whoever booked earlier than that.
    const moved = await move(page, desk, w, async () => {
      await press(page, w.tomorrow)
      await press(page, `${clock(nextAfter(opens + day, Date.now() + day + minute))}–`)
    })
    await expect(async () => {
      await open(hers, '/me/messages', language)
      await expect(hers.getByRole('listitem').filter({ hasText: w.reminder }).first()).toContainText(moved, { timeout: 1_000 })
    }).toPass({ timeout: 10 * minute, intervals: [10_000] })
    await picture(hers, `reminder-${language}`)
    await press(hers, w.look)
    await picture(hers, `reminded-${language}`)
    await press(hers, w.come)
    await expect(hers.getByRole('main').getByRole('status').or(hers.getByText(w.came)).first()).toBeVisible()

    // She has time today after all.
    await move(page, desk, w, async () => {
      await tabTo(page, '–')
      await page.keyboard.press('Enter')
    })

    const screen = await display(browser, desk, language)
    await open(hers, '/book/mine/tickets', language)
    await arrive(staff, number, w)
    await expect(hers.getByText(w.waiting).first()).toBeVisible()
    await picture(hers, `waiting-${language}`)
    await press(staff, w.callNext)
    const ticket = (await staff.locator('.serving .big').innerText()).trim()
    await picture(staff, `called-desk-${language}`)
    await expect(screen.locator('.number')).toHaveText(ticket)
    // In both languages, whichever the screen shows.
    await expect.poll(() => spoken(screen)).toMatch(new RegExp(`zh-CN 请 A [零一二三四五六七八九 ]+ 号到${counter} 号窗口`))
    expect(await spoken(screen)).toContain(`en Number ${[...ticket].join(' ')}, please go to Counter ${counter}`)
    await picture(screen, `called-display-${language}`)
    await expect(hers.getByRole('strong').filter({ hasText: `${w.go} ${language === 'en' ? `Counter ${counter}` : `${counter} 号窗口`}` })).toBeVisible()
    await picture(hers, `called-phone-${language}`)
    for (const shown of [staff, screen, hers]) expect(await faults(shown)).toEqual([])

    await press(staff, w.done)
    await expect(staff.locator('.serving')).toHaveCount(0)

    await bookFor(staff, daughter, w)
    await expectFaultless(staff, ['/line', '/line/book', '/line/exempt', '/line/day', '/line/rule', '/line/appeals', '/line/schedules', '/line/schedules/new', '/line/figures'])
    for (const other of [staff, screen, hers]) await other.context().close()
  })
}

/// Somebody who works at the desk comes in by their invitation and opens their counter.
async function atTheDesk(browser: Browser, desk: Desk, counter: number, language: Language): Promise<Page> {
  const w = words[language]
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })).newPage()
  await open(page, '/', language)
  await join(page, desk.invitations[test.info().retry]!, freshUserName(), language)
  await press(page, w.line)
  await arrived(page, w.line)
  await expect(page.locator('#counter-name')).toBeAttached()
  if (await page.getByLabel(w.counterName).isHidden()) await press(page, w.openMore)
  await type(page, w.counterName, `${counter} 号窗口`)
  await type(page, w.english, `Counter ${counter}`)
  await press(page, w.open)
  await expect(page.getByRole('button', { name: w.callNext })).toBeVisible()
  await picture(page, `line-${language}`)
  return page
}

/// A new counter with times of five minutes, from a few minutes from now on, today and on the days to come.
/// @return from when to when it is open today: an hour, and late in the evening until midnight
async function newSchedule(page: Page, counter: number, w: Words): Promise<{ opens: number; closes: number }> {
  const opens = Math.ceil(Date.now() / minute) * minute + 2 * minute
  const closes = Math.min(opens + 60 * minute, midnight() - minute)
  await press(page, w.schedules)
  await arrived(page, w.schedules)
  await press(page, w.add)
  await arrived(page, w.add)
  await pick(page, w.what, w.matter)
  await type(page, w.resource, `${counter} 号窗口`)
  for (const weekday of w.weekend) await tick(page, weekday)
  await page.getByLabel(w.from, { exact: true }).fill(clock(opens))
  await page.getByLabel(w.to, { exact: true }).fill(clock(closes))
  await page.getByRole('radio', { name: w.asUsual }).check()
  await type(page, w.minutes, '5')
  await type(page, w.places, '2')
  await type(page, w.lead, '0')
  await picture(page, `schedule-${w.line}`)
  await press(page, w.save)
  await arrived(page, w.created)
  return { opens, closes }
}

/// Nobody books for today when the day is about to end: then it is the next one.
async function untilThereIsTimeToday(page: Page): Promise<void> {
  const left = midnight() - Date.now()
  if (left < visit) await page.waitForTimeout(left + 5_000)
}

/// When this day ends in Shanghai.
function midnight(): number {
  return (Math.floor((Date.now() + 8 * 60 * minute) / day) + 1) * day - 8 * 60 * minute
}

/// From the front page to the times of the nearest centre.
async function toTheTimes(page: Page, desk: Desk, w: Words, language: Language): Promise<void> {
  await open(page, '/', language)
  await press(page, w.book)
  await arrived(page, w.bookTitle)
  await type(page, w.search, w.matter)
  await page.keyboard.press('Enter')
  await expect(page.locator('a.door .name')).toHaveCount(1)
  await press(page, w.matter)
  await arrived(page, w.matter)
  await press(page, w.choose)
  await arrived(page, w.when)
  await type(page, w.start, desk.facility.name)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await picture(page, `places-${language}`)
  await pickTheNearest(page, desk, w)
  await picture(page, `times-${language}`)
}

async function pickTheNearest(page: Page, desk: Desk, w: Words): Promise<void> {
  const there = new RegExp(`at=${desk.facility.id}`)
  await expect(page.getByRole('link', { name: w.times }).first()).toHaveAttribute('href', there)
  // The list comes anew once the walk from the start is known, and takes the key that is pressed at that moment with it.
  await expect(async () => {
    if (!there.test(page.url())) await press(page, w.times)
    await expect(page).toHaveURL(there, { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  await expect(page.locator('.times').first()).toBeVisible()
}

/// @return the new time as it is shown
async function move(page: Page, desk: Desk, w: Words, choose: () => Promise<void>): Promise<string> {
  await press(page, w.toMine)
  await arrived(page, w.mine)
  await press(page, w.details)
  await arrived(page, w.one)
  await press(page, w.move)
  await arrived(page, w.moveTitle)
  await pickTheNearest(page, desk, w)
  await choose()
  await arrived(page, w.moveCheck)
  await press(page, w.moveIt)
  await arrived(page, w.moved)
  return (await page.getByText(/\d\d:\d\d/).first().innerText()).match(/\d\d:\d\d/)![0]
}

/// At midnight today's line ends, and who came for tomorrow is expected a moment later.
async function arrive(page: Page, number: string, w: Words): Promise<void> {
  await page.goto('/line')
  await settle(page)
  await expect(async () => {
    await type(page, w.code, number)
    await page.keyboard.press('Enter')
    await expect(page.locator('.slip')).toContainText(/[AB]\d{3}/, { timeout: 5_000 })
  }).toPass({ timeout: 10 * minute })
}

/// Somebody telephones: the desk finds them by their number and books for them.
async function bookFor(page: Page, caller: string, w: Words): Promise<void> {
  await press(page, w.bookFor)
  await arrived(page, w.forWhom)
  await type(page, w.phone, '139')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await press(page, w.phoneWrong)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(caller)
  await page.keyboard.press('Enter')
  await arrived(page, w.whoAsks)
  await page.keyboard.press('Tab')
  await tabTo(page, w.next)
  await page.keyboard.press('Enter')
  await arrived(page, w.whatFor)
  await pick(page, w.what, w.matter)
  await press(page, w.next)
  await arrived(page, w.whenTo)
  await expect(page.locator('.times').first()).toBeVisible()
  await picture(page, `desk-times-${w.line}`)
  await tabTo(page, '–')
  await page.keyboard.press('Enter')
  await arrived(page, w.readOut)
  await picture(page, `desk-check-${w.line}`)
  await press(page, w.bookIt)
  await arrived(page, w.booked)
  await expect(page.locator('.panel-done strong')).toHaveText(/^\d{10}$/)
}

/// The screen on the wall, with its sound on. What it says aloud is noted: a machine that tests has no voices.
async function display(browser: Browser, desk: Desk, language: Language): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 }, timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })).newPage()
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    speechSynthesis.speak = (utterance) => void said.push(`${utterance.lang} ${utterance.text}`)
  })
  await open(page, `/display/${desk.facility.id}`, language)
  await page.getByRole('button', { name: words[language].sound }).click()
  return page
}

function spoken(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as { said: string[] }).said.join('\n'))
}

/// The first of the times, five minutes apart on each day, that is not before a moment.
function nextAfter(opens: number, moment: number): number {
  return opens + Math.max(0, Math.ceil((moment - opens) / (5 * minute))) * 5 * minute
}

/// A moment on the clocks of Shanghai, HH:mm.
function clock(moment: number): string {
  return new Date(moment + 8 * 60 * minute).toISOString().slice(11, 16)
}
