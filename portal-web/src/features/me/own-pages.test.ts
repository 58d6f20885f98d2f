import { chooseLanguage } from '@/lib/i18n'
import { noteSignIn, noteSignOut, signedInAs } from '@/lib/session'
import { start } from '@/lib/start'
import {
  AgreeDocument,
  InviteProxyDocument,
  MyConsentStatesDocument,
  MyHomeDocument,
  MyProfileDocument,
  RequestErasureDocument,
  SaveProfileDocument,
} from '@/lib/graphql/generated/graphql'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { forgetInvite, inviteDraft } from './invite-draft'
import { rooms } from './rooms'

interface Sent {
  variables: Record<string, unknown>
  hash: string
}

const sent: Sent[] = []
const answers = new Map<string, (variables: Record<string, unknown>) => unknown>()
let app: App
let router: Router

const refused = (message: string, ...field: string[]) => ({ userErrors: [{ code: 'REFUSED', message, field: ['input', ...field] }] })
const done = { userErrors: [] }
const consent = (purpose: string, isGiven: boolean) => ({
  isGiven,
  isOutdated: false,
  decidedAt: null,
  purpose: { purpose, version: 4, title: '标题', text: '说明', withdrawal: '后果', isSensitive: true, isRequired: false },
})

function answer(document: object, data: unknown): void {
  answers.set(hashOf(document), typeof data === 'function' ? (data as () => unknown) : () => data)
}

function hashOf(document: object): string {
  return (document as { __meta__?: { hash?: string } }).__meta__?.hash ?? ''
}

function sentOf(document: object): Record<string, unknown>[] {
  return sent.filter(({ hash }) => hash === hashOf(document)).map(({ variables }) => variables)
}

beforeEach(() => {
  chooseLanguage('zh-CN')
  noteSignIn('resident')
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const { variables, extensions } = JSON.parse(body) as { variables: Record<string, unknown>; extensions: { persistedQuery: { sha256Hash: string } } }
    const hash = extensions.persistedQuery.sha256Hash
    sent.push({ variables, hash })
    return Promise.resolve(Response.json({ data: answers.get(hash)?.(variables) ?? null }))
  })
})

afterEach(() => {
  app.unmount()
  document.body.innerHTML = ''
  sent.length = 0
  answers.clear()
  forgetInvite()
  noteSignOut()
  start.value = null
  vi.unstubAllGlobals()
})

async function open(path: string): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [...rooms, { path: '/sign-in', name: 'sign-in', component: RouterView }, { path: '/circle', component: RouterView }],
  })
  await router.push(path)
  app = createApp(RouterView)
  app.use(router).mount(document.body.appendChild(document.createElement('div')))
  await settled()
}

async function settled(): Promise<void> {
  // Answers, renderings and pages fetched on the way take turns.
  for (let turn = 0; turn < 20; turn++) await vi.dynamicImportSettled().then(() => nextTick())
}

function field(id: string): HTMLInputElement {
  return document.getElementById(id) as HTMLInputElement
}

async function type(id: string, text: string): Promise<void> {
  field(id).value = text
  field(id).dispatchEvent(new Event('input'))
  await nextTick()
}

async function tick(id: string): Promise<void> {
  field(id).click()
  await nextTick()
}

async function submit(): Promise<void> {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
}

const alert = () => document.querySelector('[role=alert]')?.textContent ?? ''
const heading = () => document.querySelector('h1')?.textContent

it('Lead whoever is not signed in to the sign-in, and back afterwards', async () => {
  noteSignOut()
  await open('/me/home')
  expect(router.currentRoute.value.fullPath).toBe('/sign-in?next=/me/home')
})

it('Show the day of birth that is known, refuse one that never was without asking the server, and keep none before the agreement', async () => {
  answer(MyProfileDocument, { me: { id: 'm', name: null, birthDate: '1950-08-03', language: 'zh-CN', careMode: false, accessibilityNeeds: [] } })
  answer(MyConsentStatesDocument, { me: { id: 'm', consents: [consent('BASIC_SERVICE', false)] } })
  answer(AgreeDocument, { giveConsent: done })
  answer(SaveProfileDocument, { updateProfile: done })
  await open('/me/profile/birth-date')
  expect([field('birth-date').value, field('birth-date-month').value, field('birth-date-day').value]).toEqual(['1950', '8', '3'])
  await type('birth-date-month', '2')
  await type('birth-date-day', '30')
  await submit()
  expect(alert()).toContain('没有这一天')
  expect(sentOf(SaveProfileDocument)).toEqual([])
  await type('birth-date-day', '28')
  await submit()
  expect(alert()).toContain('先同意')
  await tick('agree-BASIC_SERVICE')
  await submit()
  expect(sentOf(AgreeDocument)).toEqual([{ purpose: 'BASIC_SERVICE', version: 4 }])
  expect(sentOf(SaveProfileDocument)).toEqual([{ input: { birthDate: '1950-02-28' } }])
})

it('Forget a name that was cleared, and link a refusal to its field', async () => {
  answer(MyProfileDocument, { me: { id: 'm', name: '王秀英', birthDate: null, language: 'zh-CN', careMode: false, accessibilityNeeds: [] } })
  answer(MyConsentStatesDocument, { me: { id: 'm', consents: [consent('BASIC_SERVICE', true)] } })
  answer(SaveProfileDocument, { updateProfile: refused('姓名不对', 'name') })
  await open('/me/profile/name')
  await type('name', ' ')
  await submit()
  expect(sentOf(SaveProfileDocument)).toEqual([{ input: { name: null } }])
  expect(document.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#name')
})

it('Keep no need before the agreement is given, in the version that was shown', async () => {
  answer(MyProfileDocument, { me: { id: 'm', name: null, birthDate: null, language: 'zh-CN', careMode: false, accessibilityNeeds: [] } })
  answer(MyConsentStatesDocument, { me: { id: 'm', consents: [consent('BASIC_SERVICE', true), consent('ACCESSIBILITY', false)] } })
  answer(AgreeDocument, { giveConsent: done })
  answer(SaveProfileDocument, { updateProfile: done })
  await open('/me/profile/needs')
  expect(field('agree-ACCESSIBILITY')).toBeNull()
  await tick('needs')
  await submit()
  expect(alert()).toContain('先同意')
  expect([sentOf(AgreeDocument), sentOf(SaveProfileDocument)]).toEqual([[], []])
  await tick('agree-ACCESSIBILITY')
  await submit()
  expect(sentOf(AgreeDocument)).toEqual([{ purpose: 'ACCESSIBILITY', version: 4 }])
  expect(sentOf(SaveProfileDocument)).toEqual([{ input: { accessibilityNeeds: ['WHEELCHAIR'] } }])
})

it('Let the circle begin at home without telling the address to other pages', async () => {
  answer(MyHomeDocument, { me: { id: 'm', home: { address: '幸福小区 3 号', location: { lat: 31.24012345, lon: 121.41 } } } })
  await open('/me/home')
  document.querySelector<HTMLButtonElement>('.button.primary')!.click()
  await settled()
  expect(router.currentRoute.value.fullPath).toBe('/circle')
  expect(start.value).toEqual({ kind: 'place', at: { lat: 31.2401, lon: 121.41 }, name: '我的家' })
})

it('Begin an invitation anew when its answers are gone, as after a reload', async () => {
  answer(MyConsentStatesDocument, { me: { id: 'm', consents: [] } })
  await open('/me/family/invite/check')
  expect(router.currentRoute.value.path).toBe('/me/family/invite')
})

it('Send an invitation as it was checked, and say whom to tell what', async () => {
  answer(MyConsentStatesDocument, { me: { id: 'm', consents: [consent('ACT_FOR_OTHER', true)] } })
  answer(InviteProxyDocument, { inviteProxy: { ...done, proxy: { maskedPhone: '139****0000', endsOn: '2027-02-22' } } })
  inviteDraft.value = { relation: ' 女儿 ', phone: '13900000000', scopes: ['BOOKING'], months: ['3'] }
  await open('/me/family/invite/check')
  await submit()
  const [{ input }] = sentOf(InviteProxyDocument) as [{ input: Record<string, unknown> }]
  expect(input).toMatchObject({ relation: '女儿', phone: '13900000000', scopes: ['BOOKING'] })
  expect(input.endsOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(router.currentRoute.value.path).toBe('/me/family/invite/done')
  expect(document.body.textContent).toContain('139****0000')
  expect(inviteDraft.value.phone).toBe('')
})

it('Erase only what somebody said twice, and show the receipt', async () => {
  answer(RequestErasureDocument, { requestErasure: { ...done, receipt: 'R-1', erasure: { id: 'e', state: 'WAITING', dueAt: '2026-12-01T02:00:00Z' } } })
  await open('/me/data/erase/check')
  await submit()
  await tick('when')
  await submit()
  expect(sentOf(RequestErasureDocument)).toEqual([])
  expect(alert()).toContain('找不回来')
  await tick('sure')
  await submit()
  expect(sentOf(RequestErasureDocument)).toEqual([{ immediately: false }])
  expect(heading()).toBe('收到您的注销申请')
  expect(document.body.textContent).toContain('R-1')
  expect(signedInAs.value).toBe('resident')
})

it('Sign out whoever was erased at once', async () => {
  answer(RequestErasureDocument, { requestErasure: { ...done, receipt: 'R-2', erasure: { id: 'e', state: 'RUNNING', dueAt: '2026-12-01T02:00:00Z' } } })
  await open('/me/data/erase/check')
  await tick('when-1')
  await tick('sure')
  await submit()
  expect(sentOf(RequestErasureDocument)).toEqual([{ immediately: true }])
  expect(signedInAs.value).toBeNull()
})
