import type { Start } from '@/lib/start'
import { words } from './words'

/// What a start is called in the chosen language.
export function nameOf({ kind, name }: Start): string {
  if (kind === 'here') return words.value.startHere
  if (kind === 'map') return words.value.startMap
  if (kind === 'shared') return words.value.startShared
  if (kind === 'home') return name ? words.value.startHomeNamed(name) : words.value.startHome
  return name
}
