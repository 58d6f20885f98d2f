import type { WalkProfile } from '@/lib/graphql/generated/graphql'
import { profileIn, wordOf } from '@/lib/walking'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/// What a planner looks at, all of it in the page's address.
export interface Looking {
  /// Code of the category; empty until one is chosen.
  category: string
  profile: WalkProfile
  /// Code of the sub-district; empty for the whole district.
  subdistrict: string
}

export function readLooking(query: LocationQuery): Looking {
  return { category: one(query.cat), profile: profileIn(one(query.who)), subdistrict: one(query.sub) }
}

export function writeLooking({ category, profile, subdistrict }: Looking): LocationQueryRaw {
  const query = { cat: category, who: wordOf(profile), sub: subdistrict }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}

function one(value: LocationQuery[string] | undefined): string {
  return ((Array.isArray(value) ? value[0] : value) ?? '').trim()
}
