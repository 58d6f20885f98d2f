import { afterEach, describe, expect, it } from 'vitest'
import { forgetHome, home, keepHome, readHome } from './start'

afterEach(() => localStorage.clear())

describe('The home on this device', () => {
  it('is kept to about ten metres and read again', () => {
    keepHome({ at: { lat: 31.2412345, lon: 121.4498765 }, name: '彭浦新村' })
    expect(localStorage.getItem('jinlin.home')).toBe('{"at":{"lat":31.2412,"lon":121.4499},"name":"彭浦新村"}')
    expect(readHome(localStorage.getItem('jinlin.home'))).toEqual(home.value)
  })

  it('leaves nothing behind when forgotten', () => {
    keepHome({ at: { lat: 31.2, lon: 121.4 }, name: '' })
    forgetHome()
    expect([home.value, localStorage.length]).toEqual([null, 0])
  })

  it.each([null, '', 'null', '7', '{}', '{"at":{"lat":91,"lon":0},"name":""}', '{"at":{"lat":1,"lon":2}}', '{"at":{"lat":"x","lon":2},"name":""}'])(
    'is none where storage holds %j',
    (stored) => expect(readHome(stored)).toBeNull(),
  )
})
