import AxeBuilder from '@axe-core/playwright'
import { expect, narrow, open, sidewaysOverflow, test, type Language, type Mode } from './portal'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// What the token endpoint refuses, the browser notes in its console.
test.use({ expectedErrors: [/status of 4\d\d/] })

for (const mode of ['light', 'dark', 'care'] as Mode[]) {
  for (const language of ['zh-CN', 'en'] as Language[]) {
    test(`The pages on which staff come in have no fault axe can see, ${mode} and in ${language}`, async ({ page }) => {
      await page.setViewportSize(narrow)
      for (const path of ['/staff/sign-in', '/staff/invitation#over']) {
        await open(page, path, language, mode)
        const axe = new AxeBuilder({ page }).withTags(tags)
        if (mode === 'care') axe.options({ runOnly: tags, rules: { 'color-contrast-enhanced': { enabled: true } } })
        const { violations } = await axe.analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), path).toEqual([])
        expect(await sidewaysOverflow(page), path).toBe(0)
      }
    })
  }
}

test('Whoever is not signed in is asked to, and would come back to the page', async ({ page }) => {
  await open(page, '/staff/audit')
  await expect(page).toHaveURL(/\/staff\/sign-in\?next=\/staff\/audit$/)
})

test('A wrong password is refused by keyboard alone, without saying which of the two was wrong', async ({ page }) => {
  await open(page, '/staff/sign-in')
  await page.getByLabel('用户名').focus()
  await page.keyboard.type('nobody.here')
  await page.keyboard.press('Tab')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('用户名或密码不对')
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('密码')).toHaveValue('')
})

test('The secret of an invitation leaves the address at once', async ({ page }) => {
  await open(page, '/staff/invitation#a-secret')
  await expect(page).toHaveURL(/\/staff\/invitation$/)
  await expect(page.getByRole('alert')).toBeVisible()
})

test('A step in the middle begins anew when there is nothing to go on with', async ({ page }) => {
  for (const step of ['second-factor', 'new-password', 'authenticator']) {
    await open(page, `/staff/sign-in/${step}`)
    await expect(page).toHaveURL(/\/staff\/sign-in$/)
  }
})
