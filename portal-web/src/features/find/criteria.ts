import type {
  AccessibilityFeature,
  Audience,
  Charge,
  FacilitySearchInput,
  FacilitySort,
  WalkProfile,
} from '@/lib/graphql/generated/graphql'
import { instantOf, isMoment } from '@/lib/moment'
import { profileIn, wordOf } from '@/lib/walking'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export const charges: readonly Charge[] = ['FREE', 'LOW', 'PAID']
export const audiences: readonly Audience[] = ['SENIORS', 'CHILDREN', 'DISABLED', 'PARENTS', 'JOBSEEKERS']
export const features: readonly AccessibilityFeature[] = [
  'STEP_FREE_ENTRANCE',
  'ACCESSIBLE_TOILET',
  'LIFT',
  'INDUCTION_LOOP',
]
export const sorts: readonly FacilitySort[] = ['RELEVANCE', 'NEAREST', 'NAME']
export const radii = [500, 1000, 2000, 5000] as const
export const walks = [5, 10, 15, 30] as const

/// The server's own limit, told before a round trip is spent on it.
export const longestText = 200

/// Where a complaint about the words leads; a page has one search box.
export const textFieldId = 'search-text'

/// What a resident asks for. Everything here may stand in a shared address; where the resident is may not.
export interface Criteria {
  text: string
  categories: string[]
  subdistricts: string[]
  /// Any time, now, or a Shanghai wall-clock moment, yyyy-MM-ddTHH:mm.
  open: 'any' | 'now' | (string & {})
  charge: Charge[]
  audiences: Audience[]
  accessible: AccessibilityFeature[]
  languages: string[]
  radius: number | null
  /// Minutes on foot; null for any walk.
  walk: number | null
  /// Who walks so long.
  profile: WalkProfile
  sort: FacilitySort
}

export type ListCriterion = 'categories' | 'subdistricts' | 'charge' | 'audiences' | 'accessible' | 'languages'

export interface Near {
  lat: number
  lon: number
}

export function emptyCriteria(): Criteria {
  return {
    text: '',
    categories: [],
    subdistricts: [],
    open: 'any',
    charge: [],
    audiences: [],
    accessible: [],
    languages: [],
    radius: null,
    walk: null,
    profile: 'ADULT',
    sort: 'RELEVANCE',
  }
}

/// Reads criteria from an address; what makes no sense there is left out, as an old or mistyped link should still help.
export function readCriteria(query: LocationQuery): Criteria {
  const radius = Number(one(query.within))
  const walk = Number(one(query.walk))
  const open = one(query.open)
  return {
    text: one(query.q).trim(),
    categories: list(query.cat),
    subdistricts: list(query.sub),
    open: open === 'now' || isMoment(open) ? open : 'any',
    charge: known(charges, list(query.charge)),
    audiences: known(audiences, list(query.for)),
    accessible: known(features, list(query.access)),
    languages: list(query.speaks),
    radius: radii.find((known) => known === radius) ?? null,
    walk: walks.find((known) => known === walk) ?? null,
    profile: profileIn(one(query.who)),
    sort: sorts.find((sort) => sort === one(query.sort)) ?? 'RELEVANCE',
  }
}

export function writeCriteria(criteria: Criteria): LocationQueryRaw {
  const query: Record<string, string> = {
    q: criteria.text,
    cat: criteria.categories.join(','),
    sub: criteria.subdistricts.join(','),
    open: criteria.open === 'any' ? '' : criteria.open,
    charge: criteria.charge.join(','),
    for: criteria.audiences.join(','),
    access: criteria.accessible.join(','),
    speaks: criteria.languages.join(','),
    within: criteria.radius === null ? '' : String(criteria.radius),
    walk: criteria.walk === null ? '' : String(criteria.walk),
    who: wordOf(criteria.profile),
    sort: criteria.sort === 'RELEVANCE' ? '' : criteria.sort,
  }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}

/// The search to send. Without a known place, nearness is left out rather than refused by the server.
export function searchInput(criteria: Criteria, near: Near | null, now: Date): FacilitySearchInput {
  const input: FacilitySearchInput = { sort: !near && criteria.sort === 'NEAREST' ? 'RELEVANCE' : criteria.sort }
  if (criteria.text) input.text = criteria.text
  if (near) input.near = { ...near, crs: 'WGS84' }
  if (near && criteria.radius !== null) input.radiusMetres = criteria.radius
  if (near && criteria.walk !== null) Object.assign(input, { withinMinutes: criteria.walk, profile: criteria.profile })
  if (criteria.categories.length) input.categories = criteria.categories
  if (criteria.subdistricts.length) input.subdistricts = criteria.subdistricts
  if (criteria.open === 'now') input.openAt = wholeMinute(now)
  else if (criteria.open !== 'any') input.openAt = instantOf(criteria.open)
  if (criteria.charge.length) input.charge = criteria.charge
  if (criteria.audiences.length) input.audiences = criteria.audiences
  if (criteria.accessible.length) input.accessible = criteria.accessible
  if (criteria.languages.length) input.languages = criteria.languages
  return input
}

/// How many conditions beside the words narrow the result.
export function countFilters(criteria: Criteria): number {
  const lists = [criteria.categories, criteria.subdistricts, criteria.charge, criteria.audiences]
  const chosen = [...lists, criteria.accessible, criteria.languages].reduce((sum, list) => sum + list.length, 0)
  return chosen + (criteria.open === 'any' ? 0 : 1) + (criteria.radius === null ? 0 : 1) + (criteria.walk === null ? 0 : 1)
}

// Whole minutes let equal searches of one minute share the server's cache.
function wholeMinute(now: Date): string {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString()
}

function one(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

function list(value: LocationQuery[string] | undefined): string[] {
  const items = one(value).split(',').map((item) => item.trim())
  return [...new Set(items.filter((item) => item !== ''))]
}

function known<T extends string>(values: readonly T[], given: string[]): T[] {
  return values.filter((value) => given.includes(value))
}
