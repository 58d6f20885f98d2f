import { expect, it } from 'vitest'
import { fingerprintOf, isRight, orderBy } from './draw'

const seed = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'

it('A seed has the fingerprint that any other program computes', async () => {
  // printf '\x00\x01…\x1f' | sha256sum
  expect(await fingerprintOf(seed)).toBe('630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd')
})

it('An order is drawn again from its seed, and one that was tampered with is not right', async () => {
  const drawn = await orderBy(seed, ['1', '2', '3', '4', '5'])
  // As Python's hmac and sorted have it.
  expect(drawn).toEqual(['3', '4', '1', '2', '5'])
  const fingerprint = await fingerprintOf(seed)
  expect(await isRight(seed, fingerprint, drawn)).toBe(true)
  expect(await isRight(seed, fingerprint, [...drawn].reverse())).toBe(false)
  expect(await isRight(seed, '0'.repeat(64), drawn)).toBe(false)
})
