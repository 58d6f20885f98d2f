import { chooseLanguage } from '@/lib/i18n'
import {
  BookableServiceDocument,
  BookAppointmentDocument,
  BookForDocument,
  BookingSlotDocument,
  CancelAppointmentDocument,
  EarliestSlotsDocument,
  HoldSlotDocument,
  JoinWaitlistDocument,
  MoveAppointmentDocument,
  MyAppointmentDocument,
  MyAppointmentsDocument,
  MyWaitlistDocument,
  PlaceSlotsDocument,
  ReleaseHoldDocument,
  ReminderDocument,
  AnswerReminderDocument,
} from '@/lib/graphql/generated/graphql'
import { noteSignIn, noteSignOut } from '@/lib/session'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, nextTick, type App } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { forgetDraft } from './draft'
import { rooms } from './rooms'

// Pages are fetched by the first test that opens them, which takes a busy machine its time.
vi.setConfig({ testTimeout: 30_000 })

interface Sent {
  variables: Record<string, unknown>
  hash: string
}

const sent: Sent[] = []
const answers = new Map<string, (variables: Record<string, unknown>) => unknown>()
let app: App
let router: Router

const done = { userErrors: [] }
const refused = (message: string, ...field: string[]) => ({ userErrors: [{ code: 'REFUSED', message, field: ['input', ...field] }] })
const centre = { id: 'F1', name: '幸福路受理中心', nameEn: null, address: '幸福路 1 号', addressEn: null }
const service = {
  id: 'S1', number: 'RP-1', kind: 'COUNTER', name: '居住证', description: null, partyLimit: 2, personLimit: 2, changeMinutes: 60, release: 'AT_ONCE',
  materials: [{ name: '身份证', required: true }],
  questions: [{ code: 'FIRST', text: '第一次办吗？', kind: 'YES_NO', required: true, choices: [] }],
  facilities: [centre],
}
const slot = { id: 'L1', schedule: 'C1', startsAt: '2026-11-23T01:00:00Z', endsAt: '2026-11-23T01:30:00Z', resource: '3 号窗口', state: 'FREE', free: 3, releasesAt: '2026-11-01T00:00:00Z', facility: centre, service }
const appointment = {
  id: 'A1', number: 'Y-42', state: 'BOOKED', service, facility: centre, resource: '3 号窗口', startsAt: slot.startsAt, endsAt: slot.endsAt, party: 1,
  person: 'P2', personName: '王*英', madeByAnother: true, confirmed: false, canChange: true, changeUntil: '2026-11-23T00:00:00Z', cancelledBecause: null, answers: [],
}

function hashOf(document: object): string {
  return (document as { __meta__?: { hash?: string } }).__meta__?.hash ?? ''
}

function answer(document: object, data: unknown): void {
  answers.set(hashOf(document), () => data)
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
  answer(BookingSlotDocument, { slot })
  answer(BookableServiceDocument, { bookableService: service })
  answer(BookForDocument, { actingFor: [
    { id: 'X1', person: 'P2', name: '王秀英', relation: '女儿', state: 'ACTIVE', scopes: ['BOOKING'] },
    { id: 'X2', person: 'P3', name: '李四', relation: '邻居', state: 'ACTIVE', scopes: ['LETTERS'] },
  ] })
  answer(HoldSlotDocument, { holdSlot: { ...done, hold: { id: 'H1', heldUntil: new Date(Date.now() + 600_000).toISOString() } } })
  answer(ReleaseHoldDocument, { releaseHold: { ...done, released: true } })
  answer(BookAppointmentDocument, { bookAppointment: { ...done, appointment: { id: 'A1', number: 'Y-42' } } })
  answer(MyAppointmentDocument, { myAppointment: appointment })
})

afterEach(() => {
  app.unmount()
  document.body.innerHTML = ''
  sent.length = 0
  answers.clear()
  forgetDraft()
  noteSignOut()
  vi.unstubAllGlobals()
})

async function open(path: string): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [...rooms, { path: '/sign-in', component: RouterView }, { path: '/me/family', component: RouterView }, { path: '/facility/:id', component: RouterView }],
  })
  await router.push(path)
  app = createApp(RouterView)
  app.use(router).mount(document.body.appendChild(document.createElement('div')))
  await settled()
}

async function settled(): Promise<void> {
  // Answers, renderings and pages fetched on the way take turns.
  for (let turn = 0; turn < 25; turn++) await vi.dynamicImportSettled().then(() => nextTick())
}

async function press(text: string): Promise<void> {
  const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) => textContent.includes(text))
  if (!found) throw new Error(`There is no “${text}” on the page: ${document.body.textContent}`)
  found.click()
  await settled()
}

async function tick(id: string): Promise<void> {
  document.getElementById(id)!.click()
  await nextTick()
}

async function submit(): Promise<void> {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await settled()
}

const path = () => router.currentRoute.value.fullPath
const text = () => document.body.textContent
const alert = () => document.querySelector('[role=alert]')?.textContent ?? ''

async function answerAll(): Promise<void> {
  await tick('who-1')
  await submit()
  await tick('read')
  await submit()
  await tick('answer')
  await submit()
}

it('Ask whoever is not signed in to sign in, and lead back to the chosen time', async () => {
  noteSignOut()
  await open('/book/slot/L1')
  expect(path()).toBe('/sign-in?next=/book/slot/L1')
})

it('Offer only people who agreed to bookings, and hold nothing before somebody was chosen', async () => {
  await open('/book/slot/L1')
  expect(text()).toContain('王秀英')
  expect(text()).not.toContain('李四')
  await submit()
  expect(alert()).toContain('请选谁来办')
  expect(sentOf(HoldSlotDocument)).toEqual([])
})

it('Book for a mother as it was answered and checked, once, and say the number', async () => {
  await open('/book/slot/L1')
  await answerAll()
  expect(path()).toBe('/book/slot/L1/check')
  expect(text()).toContain('王秀英')
  await submit()
  const [{ input: held }] = sentOf(HoldSlotDocument) as [{ input: Record<string, unknown> }]
  expect(held).toMatchObject({ slot: 'L1', person: 'P2', party: 1, priority: false })
  const [{ input: booked }] = sentOf(BookAppointmentDocument) as [{ input: Record<string, unknown> }]
  expect(booked).toMatchObject({ hold: 'H1', person: 'P2', materialsRead: true, answers: [{ question: 'FIRST', answer: 'YES' }] })
  expect(path()).toBe('/book/mine/A1/booked')
  expect(text()).toContain('Y-42')
})

it('Keep what was answered when somebody goes back, and hold the place no second time', async () => {
  await open('/book/slot/L1')
  await answerAll()
  await router.push('/book/slot/L1')
  await settled()
  expect((document.getElementById('who-1') as HTMLInputElement).checked).toBe(true)
  await submit()
  expect((document.getElementById('read') as HTMLInputElement).checked).toBe(true)
  expect(sentOf(HoldSlotDocument)).toHaveLength(1)
})

it('Hold the place anew for another person, giving the first hold back', async () => {
  await open('/book/slot/L1')
  await tick('who-1')
  await submit()
  await router.push('/book/slot/L1')
  await settled()
  await tick('who')
  await submit()
  expect(sentOf(ReleaseHoldDocument)).toEqual([{ hold: 'H1' }])
  expect((sentOf(HoldSlotDocument) as { input: { person: unknown } }[]).map(({ input }) => input.person)).toEqual(['P2', null])
})

it('Send a booking whose answer was lost again under the same key', async () => {
  await open('/book/slot/L1')
  await answerAll()
  answers.set(hashOf(BookAppointmentDocument), () => { throw new TypeError('Failed to fetch') })
  await submit()
  expect(alert()).not.toBe('')
  answer(BookAppointmentDocument, { bookAppointment: { ...done, appointment: { id: 'A1', number: 'Y-42' } } })
  await submit()
  const keys = (sentOf(BookAppointmentDocument) as { input: { idempotencyKey: string } }[]).map(({ input }) => input.idempotencyKey)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

it('Lead back to the beginning when a page in the middle is opened by its address', async () => {
  await open('/book/slot/L1/check')
  expect(path()).toBe('/book/slot/L1')
})

it('Offer another time and the line where somebody was faster', async () => {
  answer(HoldSlotDocument, { holdSlot: { ...refused('这个时间刚被约满了'), hold: null } })
  await open('/book/slot/L1')
  await tick('who')
  await submit()
  expect(alert()).toContain('刚被约满')
  answer(JoinWaitlistDocument, { joinWaitlist: { ...done, entry: { id: 'W1', place: 3, state: 'WAITING' } } })
  await press('排队等这个时间')
  await submit()
  expect(text()).toContain('排第 3 位')
})

it('Show one button for a time at which several counters are free, and lead a full one to its line', async () => {
  const later = { startsAt: '2026-11-23T02:00:00Z', endsAt: '2026-11-23T02:30:00Z' }
  answer(PlaceSlotsDocument, { slots: { unpublishedFrom: null, facilities: [{ facility: centre, slots: [
    { ...slot, id: 'L0', state: 'FULL', free: 0 }, slot, { ...slot, ...later, id: 'L2', state: 'FULL', free: 0 }, { ...slot, id: 'L9', startsAt: '2026-11-23T03:00:00Z', endsAt: '2026-11-23T03:30:00Z', state: 'CLOSED' },
  ] }] } })
  await open('/book/service/RP-1/when?at=F1')
  const times = [...document.querySelectorAll('.time')].map(({ textContent }) => textContent)
  expect(times).toHaveLength(2)
  expect(times[0]).toContain('09:00–09:30')
  await press('10:00–10:30')
  expect(path()).toBe('/book/slot/L2/wait')
})

it('Lead with the earliest places of the whole district, and send no place of the resident unless chosen', async () => {
  const other = { ...centre, id: 'F2', name: '天山受理中心' }
  answer(EarliestSlotsDocument, { slots: { unpublishedFrom: null, facilities: [
    { facility: centre, walkSeconds: null, walkEstimated: false, slots: [{ id: 'L5', startsAt: '2026-11-24T01:00:00Z', state: 'FREE' }] },
    { facility: other, walkSeconds: null, walkEstimated: false, slots: [{ id: 'L6', startsAt: '2026-11-23T01:00:00Z', state: 'FREE' }] },
  ] } })
  await open('/book/service/RP-1/when')
  expect(document.querySelector('.early .pick')?.textContent).toContain('天山受理中心')
  expect(sentOf(EarliestSlotsDocument)).toMatchObject([{ input: { service: 'RP-1', near: null } }])
})

it('Move an appointment after it was checked, keeping its number', async () => {
  answer(MoveAppointmentDocument, { rescheduleAppointment: { ...done, appointment: { id: 'A1' } } })
  await open('/book/mine/A1/move/L1')
  await submit()
  expect(sentOf(MoveAppointmentDocument)).toMatchObject([{ input: { appointment: 'A1', slot: 'L1' } }])
  expect(document.querySelector('h1')?.textContent).toBe('改好了')
  expect(text()).toContain('Y-42')
})

it('Cancel only when somebody said so on a page of its own', async () => {
  answer(CancelAppointmentDocument, { cancelAppointment: { ...done, appointment: { id: 'A1', state: 'CANCELLED' } } })
  await open('/book/mine/A1')
  await press('取消预约')
  expect(sentOf(CancelAppointmentDocument)).toEqual([])
  await submit()
  expect(sentOf(CancelAppointmentDocument)).toMatchObject([{ input: { appointment: 'A1' } }])
})

it('Answer no reminder by opening its link, and none to cancel without asking once more', async () => {
  answer(ReminderDocument, { reminder: { ...appointment, canCancel: true } })
  answer(AnswerReminderDocument, { answerReminder: { ...done, reminder: { ...appointment, canCancel: false, state: 'CANCELLED' } } })
  noteSignOut()
  await open('/book/answer/secret')
  expect(text()).toContain('居住证')
  await press('来不了')
  expect(sentOf(AnswerReminderDocument)).toEqual([])
  await press('取消预约')
  expect(sentOf(AnswerReminderDocument)).toEqual([{ input: { token: 'secret', answer: 'CANCEL' } }])
})

it('Book an offered place as its hold, without asking again whom it is for', async () => {
  const until = new Date(Date.now() + 1_800_000).toISOString()
  answer(MyAppointmentsDocument, { myAppointments: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } })
  answer(MyWaitlistDocument, { actingFor: [{ id: 'X1', person: 'P2' }], myWaitlist: [
    { id: 'W1', slot, service, facility: centre, state: 'OFFERED', place: null, party: 1, person: 'P2', hold: 'H7', offeredUntil: until },
  ] })
  await open('/book/mine')
  await press('就要这个')
  expect(path()).toBe('/book/slot/L1/bring')
  await tick('read')
  await submit()
  await tick('answer')
  await submit()
  await submit()
  expect(sentOf(HoldSlotDocument)).toEqual([])
  expect(sentOf(BookAppointmentDocument)).toMatchObject([{ input: { hold: 'H7', person: 'P2' } }])
})
