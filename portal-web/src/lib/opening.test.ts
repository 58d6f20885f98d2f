import { chooseLanguage } from '@/lib/i18n'
import { beforeEach, describe, expect, it } from 'vitest'
import { sayPeriods } from './hours'
import { sayOpening, type Opening } from './opening'

// Friday morning in Shanghai, while it is still Thursday in UTC.
const now = new Date('2026-10-09T07:30:00+08:00')
const closed: NonNullable<Opening['closedToday']> = { date: '2026-10-09', reason: 'REGULAR', note: null }

function opening(change: Partial<Opening>): Opening {
  return { openNow: false, opensAt: null, closesAt: null, closedToday: null, ...change }
}

function say(change: Partial<Opening>): string {
  const { headline, next } = sayOpening(opening(change), now)
  return [headline, next].filter(Boolean).join(' | ')
}

describe('In Chinese the opening state', () => {
  beforeEach(() => chooseLanguage('zh-CN'))

  it('names the closing time of today', () => {
    expect(say({ openNow: true, closesAt: '2026-10-09T09:00:00Z' })).toBe('开放至 17:00')
  })

  it('says that a place closing after midnight closes the next day', () => {
    expect(say({ openNow: true, closesAt: '2026-10-10T02:00:00+08:00' })).toBe('开放至次日 02:00')
  })

  it('calls midnight the end of today', () => {
    expect(say({ openNow: true, closesAt: '2026-10-10T00:00:00+08:00' })).toBe('开放至 24:00')
  })

  it('is round the clock when there is no end', () => {
    expect(say({ openNow: true })).toBe('24 小时开放')
  })

  it('tells when it opens later today, tomorrow, this week and after', () => {
    expect(say({ opensAt: '2026-10-09T08:30:00+08:00' })).toBe('现在未开放 | 今天 08:30 开放')
    expect(say({ opensAt: '2026-10-10T08:30:00+08:00' })).toBe('现在未开放 | 明天 08:30 开放')
    expect(say({ opensAt: '2026-10-12T08:30:00+08:00' })).toBe('现在未开放 | 星期一 08:30 开放')
    expect(say({ opensAt: '2026-10-18T08:30:00+08:00' })).toBe('现在未开放 | 10月18日 08:30 开放')
  })

  it('gives the holiday as the reason of a closed day', () => {
    expect(say({ closedToday: { ...closed, reason: 'HOLIDAY', note: '国庆节' } })).toBe('今天不开放：国庆节')
  })

  it('gives the general reason when an exception has no words of its own', () => {
    expect(say({ closedToday: { ...closed, reason: 'EXCEPTION' } })).toBe('今天不开放：临时变动')
  })

  it('is plainly closed on a weekly day off', () => {
    expect(say({ closedToday: closed })).toBe('今天不开放')
  })

  it('does not call today what an answer of yesterday said of its own day', () => {
    expect(say({ closedToday: { ...closed, date: '2026-10-08' } })).toBe('现在未开放')
  })

  it('does not guess when no hours are recorded', () => {
    expect(say({ openNow: null })).toBe('开放时间未登记')
  })
})

describe('In English the opening state', () => {
  beforeEach(() => chooseLanguage('en'))

  it('reads as a sentence', () => {
    expect(say({ openNow: true, closesAt: '2026-10-09T17:00:00+08:00' })).toBe('Open until 17:00')
    expect(say({ openNow: true, closesAt: '2026-10-10T02:00:00+08:00' })).toBe('Open until next day 02:00')
    expect(say({ opensAt: '2026-10-10T08:30:00+08:00' })).toBe('Closed now | opens tomorrow 08:30')
    expect(say({ opensAt: '2026-10-12T08:30:00+08:00' })).toBe('Closed now | opens Monday 08:30')
    expect(say({ closedToday: { ...closed, reason: 'HOLIDAY', note: '国庆节' } })).toBe('Closed today: 国庆节')
  })
})

describe('A day of the week table', () => {
  beforeEach(() => chooseLanguage('zh-CN'))

  it('lists its spans, names a closed day, a whole day and a night', () => {
    expect(sayPeriods([{ opens: '08:30', closes: '11:30' }, { opens: '13:00', closes: '17:00' }])).toBe(
      '08:30 – 11:30、13:00 – 17:00',
    )
    expect(sayPeriods([])).toBe('不开放')
    expect(sayPeriods([{ opens: '00:00', closes: '24:00' }])).toBe('全天')
    expect(sayPeriods([{ opens: '18:00', closes: '02:00' }])).toBe('18:00 – 次日 02:00')
  })
})
