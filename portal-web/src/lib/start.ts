import { toTenMetres, type Place } from '@/lib/location'
import { forget, recall, remember } from '@/lib/storage'
import { shallowRef } from 'vue'

/// Where a walk begins.
export interface Start {
  at: Place
  /// `here` is the device's own place, `map` was pointed at, `shared` came with a link and is only near the place meant.
  kind: 'here' | 'place' | 'map' | 'home' | 'shared'
  /// What the place is called; empty for `here`, `map` and `shared`.
  name: string
}

export type Home = Pick<Start, 'at' | 'name'>

/// The start chosen in this visit, in memory only: it stands neither in an address nor in storage.
export const start = shallowRef<Start | null>(null)

/// The home kept on this device and nowhere else; null when none is kept.
export const home = shallowRef<Home | null>(readHome(recall('home')))

export function keepHome({ at, name }: Home): void {
  home.value = { at: toTenMetres(at), name }
  remember('home', JSON.stringify(home.value))
}

export function forgetHome(): void {
  home.value = null
  forget('home')
}

/// Storage can hold anything: what is no home is none.
export function readHome(stored: string | null): Home | null {
  if (stored === null) return null
  try {
    const { at, name } = JSON.parse(stored) as { at?: Partial<Place>; name?: unknown }
    const isPlace = Math.abs(at?.lat ?? Infinity) <= 90 && Math.abs(at?.lon ?? Infinity) <= 180
    return isPlace && typeof name === 'string' ? { at: toTenMetres(at as Place), name } : null
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}
