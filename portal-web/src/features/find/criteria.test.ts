import { describe, expect, it } from 'vitest'
import { countFilters, emptyCriteria, readCriteria, searchInput, writeCriteria, type Criteria } from './criteria'

const here = { lat: 31.2301, lon: 121.4701 }
const now = new Date('2026-10-09T01:02:03Z')
const full: Criteria = {
  text: '长者食堂',
  categories: ['ELD-F', 'ELD-D'],
  subdistricts: ['310106013'],
  open: '2026-10-10T09:30',
  charge: ['FREE', 'LOW'],
  audiences: ['SENIORS'],
  accessible: ['LIFT'],
  languages: ['en', 'yue'],
  radius: 1000,
  walk: 10,
  profile: 'ELDER',
  sort: 'NEAREST',
}

describe('The address of a search', () => {
  it('brings back what was asked for', () => {
    const query = writeCriteria(full) as Record<string, string>
    expect(readCriteria(query)).toEqual(full)
  })

  it('is empty for an empty search', () => {
    expect(writeCriteria(emptyCriteria())).toEqual({})
    expect(readCriteria({})).toEqual(emptyCriteria())
  })

  it('never holds where the resident is', () => {
    const words = new URLSearchParams(writeCriteria(full) as Record<string, string>).toString()
    expect(words).not.toMatch(/31\.2|121\.4|lat|lon/)
  })

  it('leaves out what makes no sense instead of failing', () => {
    const query = { charge: 'GRATIS,FREE', open: '2026-13-45T99:00', within: '7', walk: '999', who: 'cat', sort: 'BEST', cat: ',,PHA,PHA', q: ['a', 'b'] }
    expect(readCriteria(query)).toEqual({ ...emptyCriteria(), text: 'a', categories: ['PHA'], charge: ['FREE'] })
  })
})

describe('The search that is sent', () => {
  it('holds only what narrows it', () => {
    expect(searchInput(emptyCriteria(), null, now)).toEqual({ sort: 'RELEVANCE' })
  })

  it('leaves nearness out while the place is unknown', () => {
    const input = searchInput(full, null, now)
    expect(input).not.toHaveProperty('near')
    expect(input).not.toHaveProperty('radiusMetres')
    expect(input).not.toHaveProperty('withinMinutes')
    expect(input.sort).toBe('RELEVANCE')
  })

  it('measures from the known place in the system browsers use', () => {
    expect(searchInput(full, here, now)).toMatchObject({ near: { ...here, crs: 'WGS84' }, radiusMetres: 1000, sort: 'NEAREST' })
    expect(searchInput(full, here, now)).toMatchObject({ withinMinutes: 10, profile: 'ELDER' })
  })

  it('asks for the present minute, or for a moment of Shanghai time', () => {
    expect(searchInput({ ...full, open: 'now' }, null, now).openAt).toBe('2026-10-09T01:02:00.000Z')
    expect(searchInput(full, null, now).openAt).toBe('2026-10-10T09:30:00+08:00')
  })
})

it('The number of filters counts each choice, but neither words nor order', () => {
  expect(countFilters(full)).toBe(12)
  expect(countFilters({ ...emptyCriteria(), text: 'x', sort: 'NAME' })).toBe(0)
})
