import type { Browser } from '@playwright/test'
import { expect, open, phone, settle, type Language, type Page } from './portal'
import { arrived, freshPhone, goOn, press, signIn, signInWords, tick, type } from './resident'

const words = {
  'zh-CN': {
    invite: '请一个人帮我办', relation: '您怎么称呼他', daughter: '女儿', phone: '他的手机号', booking: '预约', month: '一个月', agree: '我看过了，同意', send: '发出邀请', sent: '邀请发出去了', accept: '答应',
    read: '我看过了', check: '看看对不对',
  },
  en: {
    invite: 'Invite somebody', relation: 'What you call them', daughter: 'my daughter', phone: 'Their mobile number', booking: 'Book', month: 'One month', agree: 'I have read this and agree', send: 'Send the invitation', sent: 'The invitation is sent', accept: 'Accept',
    read: 'I have read this', check: 'Check your answers',
  },
} satisfies Record<Language, Record<string, string>>

/// A mother who has a phone of her own asks her daughter to book for her; her consent is recorded.
export async function mother(browser: Browser, daughter: string, language: Language): Promise<Page> {
  const w = words[language]
  const page = await (await browser.newContext({ viewport: phone, timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' })).newPage()
  await open(page, '/sign-in', language)
  await signIn(page, freshPhone(), signInWords[language])
  await open(page, '/me/family', language)
  await press(page, w.invite)
  await type(page, w.relation, w.daughter)
  await type(page, w.phone, daughter)
  await goOn(page)
  await tick(page, w.booking)
  await goOn(page)
  await tick(page, w.month)
  await goOn(page)
  await tick(page, w.agree)
  await press(page, w.send)
  await arrived(page, w.sent)
  return page
}

/// The daughter agrees.
export async function agree(page: Page, language: Language): Promise<void> {
  await open(page, '/me/family', language)
  await press(page, words[language].accept)
}

/// From "who" to "check", whatever the service asks on the way.
export async function answerAll(page: Page, language: Language): Promise<void> {
  const w = words[language]
  for (let pages = 0; pages < 15 && !/\/check$/.test(page.url()); pages++) {
    await settle(page)
    const before = page.url()
    if (/\/bring$/.test(before)) await tick(page, w.read)
    else if (/\/question\//.test(before)) {
      const field = page.locator('#answer')
      await field.focus()
      if ((await field.getAttribute('type')) === 'text') await page.keyboard.type('1')
      else await page.keyboard.press('Space')
    }
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).not.toBe(before)
  }
  await arrived(page, w.check)
}
