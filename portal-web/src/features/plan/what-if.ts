import type { MapPoint } from '@/components/map/scene'
import type { Place } from '@/lib/location'
import { computed, shallowRef } from 'vue'

/// How many places may be added, and how many facilities taken away: the server's own limit.
export const mostPlanned = 20

export interface Addition {
  key: number
  name: string
  at: Place
}

export interface Removal {
  id: string
  name: string
}

/// A plan to compare: places that would open, facilities that would close.
export function usePlan() {
  const additions = shallowRef<Addition[]>([])
  const removals = shallowRef<Removal[]>([])
  let last = 0

  /// False when the plan is full.
  function add(name: string, at: Place): boolean {
    if (additions.value.length >= mostPlanned) return false
    additions.value = [...additions.value, { key: ++last, name, at }]
    return true
  }

  function drop({ key }: Addition): void {
    additions.value = additions.value.filter((addition) => addition.key !== key)
  }

  function close(removal: Removal, on: boolean): void {
    const others = removals.value.filter(({ id }) => id !== removal.id)
    removals.value = on ? [...others, removal].slice(0, mostPlanned) : others
  }

  function clear(): void {
    additions.value = []
    removals.value = []
  }

  const points = computed<MapPoint[]>(() =>
    additions.value.map(({ at, name }, index) => ({ ...at, id: '', label: name, number: index + 1, look: 'planned' })),
  )

  return { additions, removals, points, add, drop, close, clear }
}

export type Plan = ReturnType<typeof usePlan>
