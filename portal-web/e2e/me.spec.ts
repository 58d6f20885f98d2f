import AxeBuilder from '@axe-core/playwright'
import { expect, narrow, open, sidewaysOverflow, settle, test, type Language, type Mode, type Page } from './portal'
import { arrived, freshPhone, press, signIn, signInWords } from './resident'

const pages = [
  '/me', '/me/profile', '/me/profile/name', '/me/profile/birth-date', '/me/profile/needs', '/me/profile/display',
  '/me/home', '/me/home/place', '/me/home/address', '/me/family', '/me/family/invite', '/me/family/invite/may',
  '/me/family/invite/until', '/me/family/child', '/me/consents', '/me/seen', '/me/data', '/me/data/erase',
  '/me/data/erase/check', '/me/messages', '/me/messages/ways', '/me/messages/mail', '/me/messages/mail/code',
  '/me/devices', '/me/phone', '/erasure-report',
]
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const words = {
  'zh-CN': { profile: '我的资料', change: '修改', nameTitle: '您叫什么名字？' },
  en: { profile: 'About me', change: 'Change', nameTitle: 'What is your name?' },
} satisfies Record<Language, Record<string, string>>

for (const language of ['zh-CN', 'en'] as Language[]) {
  const w = words[language]

  test(`By keyboard alone a resident signs up and comes to the page of their name, in ${language}`, async ({ page }) => {
    test.slow()
    await open(page, '/me', language)
    await expect(page).toHaveURL(/\/sign-in/)
    await signIn(page, freshPhone(), signInWords[language])

    await press(page, w.profile)
    await arrived(page, w.profile)
    await press(page, w.change)
    await arrived(page, w.nameTitle)
  })
}

test('No page of one’s own has a fault axe can see, in any mode and language, nor does it reach beyond a small screen', async ({ page }) => {
  test.setTimeout(900_000)
  await open(page, '/sign-in')
  await signIn(page, freshPhone(), signInWords['zh-CN'])
  for (const mode of ['light', 'dark', 'care'] as Mode[]) {
    for (const language of ['zh-CN', 'en'] as Language[]) {
      await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
      await page.evaluate(
        ([chosen, care]) => {
          localStorage.setItem('jinlin.language', chosen)
          localStorage.setItem('jinlin.care', care)
        },
        [language, mode === 'care' ? 'on' : 'off'] as const,
      )
      await page.setViewportSize(narrow)
      for (const path of pages) {
        await page.goto(path)
        await settle(page)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        expect(await faults(page, mode), `${path}, ${mode}, ${language}`).toEqual([])
        expect(await sidewaysOverflow(page), `${path}, ${mode}, ${language}`).toBe(0)
      }
    }
  }
})

test('Whoever is not signed in comes to the sign-in page, and has nothing of a person in the address', async ({ page }) => {
  for (const path of ['/me', '/me/home', '/me/family/invite/check']) {
    await open(page, path)
    await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=${path}$`))
  }
  await open(page, '/erasure-report')
  await expect(page.getByRole('textbox')).toBeVisible()
})

async function faults(page: Page, mode: Mode): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(tags)
  // Care mode promises a contrast of seven.
  if (mode === 'care') axe.options({ runOnly: tags, rules: { 'color-contrast-enhanced': { enabled: true } } })
  return (await axe.analyze()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
