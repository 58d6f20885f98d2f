import { expect, it } from 'vitest'
import { mostPlanned, usePlan } from './what-if'

const at = { lat: 31.2, lon: 121.4 }

it('A plan numbers its places as they stand, and says when it is full', () => {
  const plan = usePlan()
  for (let n = 0; n < mostPlanned; n++) expect(plan.add(`Place ${n}`, at)).toBe(true)
  expect(plan.add('One too many', at)).toBe(false)
  plan.drop(plan.additions.value[0]!)
  expect(plan.points.value.at(0)).toMatchObject({ label: 'Place 1', number: 1 })
  expect(plan.points.value).toHaveLength(mostPlanned - 1)
})

it('A facility is closed once, opened again, and never more than the server takes', () => {
  const plan = usePlan()
  for (let n = 0; n <= mostPlanned; n++) plan.close({ id: String(n), name: '' }, true)
  plan.close({ id: '0', name: '' }, true)
  expect(plan.removals.value).toHaveLength(mostPlanned)
  plan.close({ id: '0', name: '' }, false)
  expect(plan.removals.value.map(({ id }) => id)).not.toContain('0')
})
