import { expect, it } from 'vitest'
import { sizeToFit } from './sheet'

const short = ['图书馆', '大宁路街道图书馆', '5 分钟 · 320 米', '021-6250-1003']
const long = ['Neighbourhood service station', 'Pengpu Xincun Comprehensive Elder Service Centre', '15 minutes · 1.1 km', '021-6250-1003']
const times = (count: number, row: string[]) => Array.from({ length: count }, () => row)

it('A short list is printed large', () => {
  expect(sizeToFit(times(12, short), 3, 4)).toBe(12)
})

it('The more there is, and the longer its names, the smaller it gets, but never unreadable', () => {
  const sizes = [sizeToFit(times(35, short), 3, 4), sizeToFit(times(24, long), 3, 4), sizeToFit(times(300, long), 3, 4)]
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  expect(sizes.at(-1)).toBe(7)
  expect(new Set(sizes).size).toBe(3)
})
