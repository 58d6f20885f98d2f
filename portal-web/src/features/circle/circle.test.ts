import { chooseLanguage } from '@/lib/i18n'
import { sayDistance } from '@/lib/distance'
import { beforeEach, describe, expect, it } from 'vitest'
import { leadingOf, missedWithin, sayThen, summaryOf, type Circle, type Reached } from './circle'
import { sayLeg } from './legs'

function reached(id: string, open: boolean | null): Reached {
  const facility = { id, name: id, nameEn: null, openNow: open, opensAt: null, closesAt: null, phones: [], location: null }
  return { facility, open, walk: { minutes: 5, metres: 300, estimated: false } }
}

describe('A category is led', () => {
  it('by the nearest alone when that is open', () => {
    expect(leadingOf([reached('a', true), reached('b', true)]).map(({ facility }) => facility.id)).toEqual(['a'])
  })

  it('by the nearest and the nearest open one when the nearest is closed or unknown', () => {
    const list = [reached('a', null), reached('b', false), reached('c', true), reached('d', true)]
    expect(leadingOf(list).map(({ facility }) => facility.id)).toEqual(['a', 'c'])
  })

  it('by the nearest when none is open', () => {
    expect(leadingOf([reached('a', false), reached('b', null)])).toHaveLength(1)
  })
})

it('What lacks is judged by the tier’s minutes, or by the circle’s where those are fewer', () => {
  expect(missedWithin({ minutes: 5 }, { minutes: 15 })).toBe(5)
  expect(missedWithin({ minutes: 15 }, { minutes: 10 })).toBe(10)
})

describe('A part of the way', () => {
  beforeEach(() => chooseLanguage('zh-CN'))

  it('names the road, how far, and what is met', () => {
    expect(sayLeg({ name: '大宁路', metres: 318, features: ['CROSSING', 'SIGNALS'] }, sayDistance)).toBe('沿大宁路走 320 米 · 过马路、有红绿灯')
  })

  it('says so where the path has no name', () => {
    chooseLanguage('en')
    expect(sayLeg({ name: null, metres: 40, features: [] }, sayDistance)).toBe('Take the path for 40 m')
  })
})

describe('Open at a chosen moment', () => {
  beforeEach(() => chooseLanguage('zh-CN'))

  const circle = { minutes: 15, totalCount: 3, tiers: [{ categories: [{ openCount: 2 }] }] } as Circle

  it('is said of that moment, and not of now', () => {
    expect(summaryOf(circle, '')).toBe('走路 15 分钟，能到 3 处，其中 2 处现在开放')
    expect(summaryOf(circle, '2027-05-11T10:00')).toMatch(/^走路 15 分钟，能到 3 处，其中 2 处在5月11日 10:00 开放$/)
  })

  it('has words for open, closed and not recorded', () => {
    expect([true, false, null].map((open) => sayThen(open).state)).toEqual(['open', 'closed', 'unknown'])
    expect(sayThen(true).headline).toBe('那时开着')
  })
})
