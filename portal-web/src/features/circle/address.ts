import type { WalkProfile } from '@/lib/graphql/generated/graphql'
import type { Place } from '@/lib/location'
import { isMoment } from '@/lib/moment'
import { walker } from '@/lib/walker'
import { profileIn, wordOf } from '@/lib/walking'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export const limits = [5, 10, 15] as const

/// What stands in the page's address: who walks, how long and when. Where from does not, but for a link that was shared.
export interface Asked {
  profile: WalkProfile
  minutes: number
  /// A Shanghai wall-clock moment, yyyy-MM-ddTHH:mm; empty for now.
  open: string
  /// The rounded place of a shared link; null without one.
  near: Place | null
}

/// Reads an address; what makes no sense there is left out, as an old or mistyped link should still help.
export function readAsked(query: LocationQuery): Asked {
  const minutes = Number(one(query.min))
  const open = one(query.open)
  const near = readNear(one(query.near))
  const who = one(query.who)
  return {
    // A shared link says all that differs from the usual; without one, whoever chose before on this device is meant.
    profile: who === '' && near === null ? walker.value : profileIn(who),
    minutes: limits.find((known) => known === minutes) ?? 15,
    open: isMoment(open) ? open : '',
    near,
  }
}

export function writeAsked({ profile, minutes, open, near }: Asked): LocationQueryRaw {
  const query = { who: wordOf(profile), min: minutes === 15 ? '' : String(minutes), open, near: near ? writeNear(near) : '' }
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
