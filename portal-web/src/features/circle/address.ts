import type { WalkProfile } from '@/lib/graphql/generated/graphql'
import type { Place } from '@/lib/location'
import { profileIn, wordOf } from '@/lib/walking'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export const limits = [5, 10, 15] as const

/// What stands in the page's address: who walks and how long. Where from does not, but for a link that was shared.
export interface Asked {
  profile: WalkProfile
  minutes: number
  /// The rounded place of a shared link; null without one.
  near: Place | null
}

/// Reads an address; what makes no sense there is left out, as an old or mistyped link should still help.
export function readAsked(query: LocationQuery): Asked {
  const minutes = Number(one(query.min))
  return { profile: profileIn(one(query.who)), minutes: limits.find((known) => known === minutes) ?? 15, near: readNear(one(query.near)) }
}

export function writeAsked({ profile, minutes, near }: Asked): LocationQueryRaw {
  const query = { who: wordOf(profile), min: minutes === 15 ? '' : String(minutes), near: near ? writeNear(near) : '' }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}

/// Three decimals, about a hundred metres: near enough for the same circle, too far for the door.
export function writeNear({ lat, lon }: Place): string {
  return `${lat.toFixed(3)},${lon.toFixed(3)}`
}

// Rounded again: a link written by hand must not make this page show an exact place either.
function readNear(text: string): Place | null {
  const [lat, lon, ...rest] = text.split(',').map((part) => (/^-?\d{1,3}(\.\d+)?$/.test(part.trim()) ? Number(part) : NaN))
  if (lat === undefined || lon === undefined || rest.length > 0) return null
  const isPlace = Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return isPlace ? { lat: Number(lat.toFixed(3)), lon: Number(lon.toFixed(3)) } : null
}

function one(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
