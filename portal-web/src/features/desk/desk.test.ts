import { forget } from '@/lib/storage'
import { afterEach, describe, expect, it } from 'vitest'
import { afterAct, localId, nextFor, ticketOf, type Act, type Line, type Ticket } from './acts'
import { dropActs, keepAct, nextPrinted, waitingActs } from './queue'
import { shortcutOf } from './shortcuts'

const counter = (id: string, services: string[] = []) => ({ id, name: { zh: id, en: id }, services, open: true, offlinePrefix: 'F1-' })
const ticket = (id: string, more: Partial<Ticket> = {}): Ticket => ({
  id, number: id, lane: 'WALK_IN', state: 'WAITING', service: 'RP-1', serviceName: '居住证', takenAt: '', dueAt: '', counter: null, calledAt: null, calls: 0,
  place: 1, expectedWait: { minutes: 5 }, appointmentNumber: null, maskedName: null, ...more,
})
const line = (waiting: Ticket[]): Line => ({
  date: '2026-11-23', counters: [counter('K1'), counter('K2', ['HC-2'])], waiting, called: [], parked: [], notices: [],
  rule: { earlyMinutes: 10, lateMinutes: 15, priorityEvery: 3, walkInEvery: 3, callsBeforeMissed: 2 },
})
const act = (more: Partial<Act>): Act => ({ key: 'k', kind: 'CALL', at: '2026-11-23T01:00:00Z', ...more })
const after = (from: Line, ...acts: Partial<Act>[]) => acts.reduce((now, one) => afterAct(now, act(one), (number) => number), from)

afterEach(() => {
  dropActs(waitingActs.value.acts.map(({ key }) => key))
  forget('deskPrinted')
})

describe('A desk whose line is away', () => {
  it('calls, calls again, sets aside, takes up and finishes as before', () => {
    const called = after(line([ticket('T1'), ticket('T2')]), { ticket: 'T1', counter: 'K1' }, { kind: 'RECALL', ticket: 'T1', counter: 'K1' })
    expect(called.called).toMatchObject([{ id: 'T1', calls: 2, counter: { id: 'K1' } }])
    expect(called.waiting).toMatchObject([{ id: 'T2', place: 1, expectedWait: null }])
    const parked = after(called, { kind: 'PARK', ticket: 'T1', counter: 'K1' })
    expect([parked.called, parked.parked]).toMatchObject([[], [{ id: 'T1', counter: null }]])
    expect(after(parked, { kind: 'RESUME', ticket: 'T1' }).waiting.map(({ id }) => id)).toEqual(['T1', 'T2'])
    expect(after(parked, { kind: 'RESUME', ticket: 'T1', counter: 'K1' }).called.map(({ id }) => id)).toEqual(['T1'])
    expect(after(called, { kind: 'COMPLETE', ticket: 'T1' }).called).toEqual([])
    expect(after(called, { kind: 'TRANSFER', ticket: 'T1', counter: 'K1', to: 'K2' }).waiting[0]).toMatchObject({ id: 'T1', counter: { id: 'K2' } })
  })

  it('knows a ticket it drew itself by the act that drew it', () => {
    const drawn = after(line([]), { key: 'k1', kind: 'TAKE_TICKET', service: 'RP-1', priority: true, printed: 'F1-01' })
    expect(drawn.waiting).toMatchObject([{ id: localId('k1'), number: 'F1-01', lane: 'PRIORITY' }])
    expect(ticketOf(localId('k1'))).toEqual({ ticketOf: 'k1' })
    expect(ticketOf('T1')).toEqual({ ticket: 'T1' })
    expect(after(drawn, { kind: 'CALL', ticketOf: 'k1', counter: 'K1' }).called).toMatchObject([{ number: 'F1-01' }])
  })

  it('changes nothing by an act on a ticket that is not there', () => {
    const before = line([ticket('T1')])
    expect(after(before, { kind: 'PARK', ticket: 'T9' })).toBe(before)
  })

  it('calls nobody who waits for another counter, or for what this one does not do', () => {
    const waiting = line([ticket('T1', { counter: { id: 'K2', name: { zh: '', en: '' } } }), ticket('T2')])
    expect(nextFor(waiting, 'K1')?.id).toBe('T2')
    expect(nextFor(line([ticket('T2')]), 'K2')).toBeNull()
  })

  it('keeps its acts on the device, in order, until they are brought in', () => {
    keepAct('U1', act({ key: 'a' }))
    keepAct('U1', act({ key: 'b' }))
    expect(JSON.parse(localStorage.getItem('jinlin.deskActs')!)).toMatchObject({ unit: 'U1', acts: [{ key: 'a' }, { key: 'b' }] })
    dropActs(['a'])
    expect(waitingActs.value.acts.map(({ key }) => key)).toEqual(['b'])
  })

  it('prints no number twice on a day, and none beyond the ninety-ninth', () => {
    expect([nextPrinted('F1-', '2026-11-23'), nextPrinted('F1-', '2026-11-23'), nextPrinted('F1-', '2026-11-24')]).toEqual(['F1-01', 'F1-02', 'F1-01'])
    for (let at = 0; at < 98; at++) nextPrinted('F1-', '2026-11-24')
    expect(nextPrinted('F1-', '2026-11-24')).toBeNull()
  })
})

it('A shortcut needs Alt and nothing else, wherever the letter stands on the keyboard', () => {
  const key = { altKey: true, ctrlKey: false, metaKey: false, code: 'KeyN' }
  expect(shortcutOf(key)).toBe('next')
  expect([shortcutOf({ ...key, altKey: false }), shortcutOf({ ...key, ctrlKey: true }), shortcutOf({ ...key, code: 'KeyZ' })]).toEqual([null, null, null])
})
