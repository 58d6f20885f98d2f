import { describe, expect, it } from 'vitest'
import { readCoordinates, sayCoordinates } from './coordinates'

describe('Typed coordinates', () => {
  it.each(['31.2304, 121.4737', ' 31.2304 121.4737 ', '31.2304，121.4737'])('are read from %j', (text) => {
    expect(readCoordinates(text)).toEqual({ lat: 31.2304, lon: 121.4737 })
  })

  it.each(['', '31.2304', '121.4737, 31.2304', '31,121,7', '95, 12', '31.2N, 121.4E', 'here'])('are not %j', (text) => {
    expect(readCoordinates(text)).toBeNull()
  })

  it('are said to about a metre', () => {
    expect(sayCoordinates({ lat: 31.2, lon: 121.4737004 })).toBe('31.20000, 121.47370')
  })
})
