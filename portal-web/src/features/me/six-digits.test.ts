import { expect, it } from 'vitest'
import { sixDigits } from './six-digits'

it('Takes a code with blanks or in full width for what it is', () => {
  expect(sixDigits(' 123 456 ')).toBe('123456')
  expect(sixDigits('１２３４５６')).toBe('123456')
})

it.each(['', '12345', '1234567', '12a456'])('Takes "%s" for no code', (typed) => {
  expect(sixDigits(typed)).toBeNull()
})
