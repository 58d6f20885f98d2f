import { describe, expect, it } from 'vitest'
import { countLevels, levelOf, pointsBetween, sayChange, sayShare } from './figures'

const corner = { lat: 31, lon: 121 }
const cell = (residents: number, minutes: number | null) => ({ southWest: corner, northEast: corner, residents, minutes })

describe('The squares of the map', () => {
  it('are best within the promise and worst where some walk more than an hour', () => {
    expect([10, 11, 20, 21, null].map((minutes) => levelOf({ minutes }, 10))).toEqual([0, 1, 1, 2, 3])
  })

  it('are counted with their residents, and a level without squares stays in the table', () => {
    expect(countLevels([cell(40, 5), cell(2, 15), cell(8, 1)], 15)).toEqual([
      { level: 0, squares: 3, residents: 50 },
      { level: 1, squares: 0, residents: 0 },
      { level: 2, squares: 0, residents: 0 },
      { level: 3, squares: 0, residents: 0 },
    ])
  })
})

describe('A figure', () => {
  it('is a dash where nobody is counted', () => {
    expect([sayShare(null), sayShare(0.8765), sayShare(1)]).toEqual(['–', '87.7%', '100%'])
  })

  it('changes with a sign', () => {
    expect([sayChange(1200), sayChange(-3), sayChange(0)]).toEqual(['+1,200', '-3', '0'])
    expect([pointsBetween(0.5, 0.625), pointsBetween(0.5, 0.4999), pointsBetween(null, 1)]).toEqual([12.5, 0, null])
  })
})
