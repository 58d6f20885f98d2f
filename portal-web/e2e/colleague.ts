import { createHmac, randomInt } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { expect, settle, type Language, type Page } from './portal'
import { tick, type } from './resident'

/// What the administrator prepared for the tests of desks, for each language a desk of its own.
export interface Desk {
  unit: string
  facility: { id: string; name: string }
  /// The secret links with which somebody becomes staff of the desk; each works once, for one attempt of the test.
  invitations: string[]
}

const file = 'target/desks.json'

export async function handOver(desks: Record<Language, Desk>): Promise<void> {
  await writeFile(file, JSON.stringify(desks))
}

export async function deskOf(language: Language): Promise<Desk> {
  return (JSON.parse(await readFile(file, 'utf8')) as Record<Language, Desk>)[language]
}

/// A name nobody has used in this run of the tests.
export function freshUserName(): string {
  return `staff.${randomInt(1_000_000_000)}`
}

const words = {
  'zh-CN': { name: '姓名', user: '用户名', password: '新密码', again: '再填一遍新密码', code: '应用上显示的 6 位数字', kept: '我已经保存好了' },
  en: { name: 'Name', user: 'User name', password: 'New password', again: 'The new password again', code: 'The six digits the app shows', kept: 'I have kept' },
} satisfies Record<Language, Record<string, string>>

/// Somebody opens their link, chooses a password, sets an authenticator up, keeps the recovery codes, and is in.
export async function join(page: Page, link: string, userName: string, language: Language, name?: string): Promise<void> {
  const w = words[language]
  await page.goto(new URL(link).pathname + new URL(link).hash)
  await settle(page)
  if (name) await type(page, w.name, name)
  await type(page, w.user, userName)
  await type(page, w.password, 'correct horse battery staple')
  await type(page, w.again, 'correct horse battery staple')
  await page.keyboard.press('Enter')
  const secret = await page.locator('code.secret').innerText()
  await type(page, w.code, codeNow(secret))
  await page.keyboard.press('Enter')
  await tick(page, w.kept)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/staff$/)
}

/// What an authenticator shows (RFC 6238: six digits from SHA-1, new every 30 seconds).
export function codeNow(secret: string, now = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const digest = createHmac('sha1', base32(secret)).update(counter).digest()
  const number = digest.readUInt32BE(digest.at(-1)! & 0x0f) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text.replaceAll(/[\s=]/g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/// Chooses from a native list.
export async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).selectOption({ label: option })
}


