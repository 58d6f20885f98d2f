import { expect, it } from 'vitest'
import { dayOf, monthsLater } from './day'

it.each([
  ['1950', '8', '3', '1950-08-03'],
  ['１９５０', ' 08', '03 ', '1950-08-03'],
  ['2024', '2', '29', '2024-02-29'],
])('%s, %s, %s is a day, however it is typed', (year, month, day, expected) => {
  expect(dayOf(year, month, day)).toBe(expected)
})

it.each([
  ['2023', '2', '29'],
  ['2024', '2', '30'],
  ['1950', '13', '1'],
  ['50', '8', '3'],
  ['1950', '', '3'],
  ['abcd', '1', '1'],
])('%s, %s, %s is no day', (year, month, day) => {
  expect(dayOf(year, month, day)).toBeNull()
})

it('Some months later is the same day, or the last one of a shorter month', () => {
  expect(monthsLater('2026-11-22', 3)).toBe('2027-02-22')
  expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28')
  expect(monthsLater('2028-02-29', 12)).toBe('2029-02-28')
  expect(monthsLater('2026-12-31', 12)).toBe('2027-12-31')
})
