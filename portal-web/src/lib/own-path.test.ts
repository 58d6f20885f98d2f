import { expect, it } from 'vitest'
import { ownPath } from './own-path'

it('A path of this portal is where one may go after signing in', () => {
  expect(ownPath('/me/family?step=2#name')).toBe('/me/family?step=2#name')
})

it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/', 'javascript:alert(1)', '/\t/elsewhere.example', 'me', '', null, ['/me']])(
  'Nobody is led to %s',
  (text) => {
    expect(ownPath(text)).toBeNull()
  },
)
