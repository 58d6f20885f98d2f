import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, settle, type Page } from './portal'

/// A number nobody has used in this run of the tests.
export function freshPhone(): string {
  return `139${String(randomInt(100_000_000)).padStart(8, '0')}`
}

/// The newest code sent to a number. JINLIN_SMS_INBOX names the file in which the service keeps its messages.
async function codeFor(phone: string): Promise<string> {
  const inbox = process.env.JINLIN_SMS_INBOX
  if (!inbox) throw new Error('JINLIN_SMS_INBOX must name the file of the SMS inbox, for example data/sms/messages.jsonl')
  const messages = (await readFile(inbox, 'utf8').catch(nothingSentYet))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { to: string; values: { code?: string } })
  return messages.findLast(({ to, values }) => to.endsWith(phone) && values.code)?.values.code ?? ''
}

/// The file is there from the first message on.
function nothingSentYet(failure: NodeJS.ErrnoException): string {
  if (failure.code === 'ENOENT') return ''
  throw failure
}

export interface SignInWords {
  phone: string
  code: string
  me: string
}

export const signInWords: Record<'zh-CN' | 'en', SignInWords> = {
  'zh-CN': { phone: '手机号', code: '验证码', me: '我的近邻' },
  en: { phone: 'Mobile number', code: 'Code', me: 'My Jinlin' },
}

/// Signs somebody in by keyboard; whoever has no account has one afterwards. The page is the sign-in page.
export async function signIn(page: Page, phone: string, words: SignInWords): Promise<void> {
  await type(page, words.phone, phone)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sign-in\/code/)
  await expect.poll(() => codeFor(phone)).toMatch(/^\d{6}$/)
  await type(page, words.code, await codeFor(phone))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.me })).toBeVisible()
}

/// Goes forward by the Tab key until what is called that has the focus: whoever sees no pointer must get there.
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).includes(name)) return
  }
  throw new Error(`The Tab key does not lead to “${name}”`)
}

/// Goes on to the next page by the Enter key, and waits for it: what is pressed before would still meet the old one.
export async function goOn(page: Page): Promise<void> {
  const before = page.url()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).not.toBe(before)
  await settle(page)
}

/// Presses what is called that: a link, a button, the link of a problem.
export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/// Ticks a box or chooses the first of several answers.
export async function tick(page: Page, name: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Space')
}

/// Writes into a field, in place of what it held.
export async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/// The page is there, and whoever cannot see it was told so.
export async function arrived(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: title })
  await expect(heading).toBeVisible()
  await expect(heading).toBeFocused()
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.innerText) : [element.innerText]
    return [element.getAttribute('aria-label') ?? '', ...labels].join(' ')
  })
}
