import AxeBuilder from '@axe-core/playwright'
import { expect, narrow, picture, settle, sidewaysOverflow, type Mode, type Page } from './portal'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/// What axe finds wrong with a page, each with the element it is about.
export async function faults(page: Page, mode: Mode = 'light'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(tags)
  // Care mode promises a contrast of seven.
  if (mode === 'care') axe.options({ runOnly: tags, rules: { 'color-contrast-enhanced': { enabled: true } } })
  return (await axe.analyze()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/// Opens pages one after the other in each mode, on a small screen: none has a fault, none reaches beyond it.
export async function expectFaultless(page: Page, paths: readonly string[]): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize(narrow)
  for (const mode of ['light', 'dark', 'care'] as Mode[]) {
    await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
    await page.evaluate((care) => localStorage.setItem('jinlin.care', care), mode === 'care' ? 'on' : 'off')
    for (const path of paths) {
      await page.goto(path)
      await settle(page)
      await picture(page, `${path.slice(1).replaceAll('/', '-')}-${mode}`)
      expect(await faults(page, mode), `${path}, ${mode}`).toEqual([])
      expect(await sidewaysOverflow(page), `${path}, ${mode}`).toBe(0)
    }
  }
  await page.evaluate(() => localStorage.setItem('jinlin.care', 'off'))
  await page.emulateMedia({ colorScheme: 'light' })
  if (before) await page.setViewportSize(before)
}
