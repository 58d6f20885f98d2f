import { chooseLanguage } from '@/lib/i18n'
import { beforeEach, expect, it } from 'vitest'
import { byDay, daysAfter, endsAfter, oneAtATime, sayDay } from '@/components/slots/when'

const slot = (id: string, from: string, to: string, state = 'FREE', schedule = 'C') => ({ id, schedule, state, startsAt: `2026-11-23T${from}:00Z`, endsAt: `2026-11-23T${to}:00Z` })

beforeEach(() => chooseLanguage('zh-CN'))

it('A day is said so that nobody mistakes it', () => {
  const now = new Date('2026-11-22T17:00:00Z')
  expect(sayDay('2026-11-23', now)).toBe('11月23日 星期一 (今天)')
  expect(sayDay('2026-11-24', now)).toContain('(明天)')
  expect(sayDay('2026-12-04', now)).toBe('12月4日 星期五')
  chooseLanguage('en')
  expect(sayDay('2026-11-24', now)).toBe('Tuesday Nov 24 (tomorrow)')
})

it('Days follow each other over the end of a year', () => {
  expect(daysAfter('2026-12-30', 3)).toBe('2027-01-02')
})

it('Slots stand under their day in Shanghai, not in London', () => {
  const late = { id: 'a', schedule: 'C', state: 'FREE', startsAt: '2026-11-22T16:30:00Z', endsAt: '2026-11-22T17:00:00Z' }
  expect(byDay([late]).map(([day]) => day)).toEqual(['2026-11-23'])
})

it('Of several counters at one time the free one is shown', () => {
  const slots = [slot('a', '01:00', '01:30', 'FULL'), slot('b', '01:00', '01:30'), slot('c', '01:30', '02:00', 'FULL')]
  expect(oneAtATime(slots).map(({ id }) => id)).toEqual(['b', 'c'])
})

it('A hire ends where the next free hours end, without a gap, at most after four hours, in the same room', () => {
  const first = slot('a', '01:00', '02:00')
  const slots = [first, slot('b', '02:00', '03:00'), slot('x', '03:00', '04:00', 'FREE', 'D'), slot('c', '04:00', '05:00')]
  expect(endsAfter(first, slots)).toEqual(['2026-11-23T02:00:00Z', '2026-11-23T03:00:00Z'])
  const long = ['01', '02', '03', '04', '05', '06'].map((hour, at) => slot(hour, `${hour}:00`, `0${at + 2}:00`))
  expect(endsAfter(long[0]!, long)).toHaveLength(4)
  expect(endsAfter(first, [first, slot('b', '02:00', '03:00', 'FULL')])).toEqual(['2026-11-23T02:00:00Z'])
})
