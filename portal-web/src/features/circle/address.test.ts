import { keepWalker } from '@/lib/walker'
import { describe, expect, it } from 'vitest'
import { readAsked, writeAsked, writeNear } from './address'

const home = { lat: 31.241234, lon: 121.449876 }

describe('The address of a circle', () => {
  it('brings back what was asked for', () => {
    const asked = { profile: 'WHEELCHAIR', minutes: 10, open: '2026-05-11T10:00', near: { lat: 31.241, lon: 121.45 } } as const
    expect(readAsked(writeAsked(asked) as Record<string, string>)).toEqual(asked)
  })

  it('is empty for an adult’s fifteen minutes', () => {
    expect(writeAsked({ profile: 'ADULT', minutes: 15, open: '', near: null })).toEqual({})
    expect(readAsked({})).toEqual({ profile: 'ADULT', minutes: 15, open: '', near: null })
  })

  it('means whoever was chosen before on this device, unless a link says otherwise', () => {
    keepWalker('ELDER')
    expect(readAsked({}).profile).toBe('ELDER')
    expect(readAsked({ who: 'wheelchair' }).profile).toBe('WHEELCHAIR')
    expect(readAsked({ near: '31.241,121.450' }).profile).toBe('ADULT')
    keepWalker('ADULT')
    expect(readAsked({}).profile).toBe('ADULT')
  })

  it('tells a shared place only to about a hundred metres', () => {
    expect(writeNear(home)).toBe('31.241,121.450')
    expect(readAsked({ near: '31.241234,121.449876' }).near).toEqual({ lat: 31.241, lon: 121.45 })
  })

  it.each(['', '31.2', '31.2,121.4,7', '91,0', '31.2,181', 'a,b', '31.2,', 'NaN,NaN', '1e1,2'])('has no place in %j', (near) => {
    expect(readAsked({ near }).near).toBeNull()
  })

  it('leaves out what makes no sense instead of failing', () => {
    expect(readAsked({ who: 'cat', min: '7', open: 'noon' })).toEqual({ profile: 'ADULT', minutes: 15, open: '', near: null })
    expect(readAsked({ who: ['elder', 'cat'], min: '5' })).toMatchObject({ profile: 'ELDER', minutes: 5 })
  })
})
