import { test as base, expect, type Page } from '@playwright/test'

export { expect, type Page }

export const phone = { width: 390, height: 844 }
export const narrow = { width: 320, height: 700 }

/// A circle somebody shared, in the demo district.
export const circleAddress = '/circle?near=31.075,121.415'

export type Language = 'zh-CN' | 'en'
export type Mode = 'light' | 'dark' | 'care'

/// Every test also fails on an error in the console, an uncaught exception or a breach of the content security policy.
export const test = base.extend<{ expectedErrors: RegExp[]; watched: void }>({
  expectedErrors: [[], { option: true }],
  watched: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(String(error)))
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`)
        })
      })
      await use()
      expect(errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)))).toEqual([])
    },
    { auto: true },
  ],
})

/// Opens a page as somebody who chose a language and a mode before.
export async function open(page: Page, path: string, language: Language = 'zh-CN', mode: Mode = 'light'): Promise<void> {
  await prefer(page, language, mode)
  await page.goto(path)
  await settle(page)
}

export async function prefer(page: Page, language: Language, mode: Mode): Promise<void> {
  await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
  await page.addInitScript(
    ([chosen, care]) => {
      // Once only: what is chosen on the page afterwards must outlive a reload.
      if (sessionStorage.getItem('preferred') === chosen + care) return
      sessionStorage.setItem('preferred', chosen + care)
      localStorage.setItem('jinlin.language', chosen)
      localStorage.setItem('jinlin.care', care)
    },
    [language, mode === 'care' ? 'on' : 'off'] as const,
  )
}

export async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Screens and desks follow the line by a stream that does not end while they are open.
  if (/\/(display\/.+|line)$/.test(page.url())) await expect(page.getByText(/正在打开|Opening…/)).toHaveCount(0)
  else await page.waitForLoadState('networkidle')
}

export function searchBox(page: Page) {
  return page.getByRole('combobox').first()
}

export function results(page: Page) {
  return page.getByRole('article')
}

/// The address of some facility's page, found as a resident would: by searching.
export async function someFacility(page: Page, words = '图书馆'): Promise<string> {
  await open(page, `/find?q=${encodeURIComponent(words)}`)
  const address = await results(page).first().getByRole('link').getAttribute('href')
  expect(address).toMatch(/^\/facility\//)
  return address!
}

/// How far the page reaches beyond its right edge, in pixels.
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/// Keeps a picture for whoever wants to see what the test saw: JINLIN_PICTURES names the folder.
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.JINLIN_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
