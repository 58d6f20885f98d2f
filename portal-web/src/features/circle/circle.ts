import { announce } from '@/lib/announce'
import { request, type Failure } from '@/lib/graphql'
import {
  MyCircleDocument,
  WholeCircleDocument,
  type MyCircleQuery,
  type ReachedFieldsFragment,
  type WalkProfile,
} from '@/lib/graphql/generated/graphql'
import { language } from '@/lib/i18n'
import type { Place } from '@/lib/location'
import { shallowRef } from 'vue'
import { words } from './words'

export type Circle = MyCircleQuery['circle']
export type Tier = Circle['tiers'][number]
export type Category = Tier['categories'][number]
export type Missing = Tier['missing'][number]
export type Reached = ReachedFieldsFragment

/// How many of a category are fetched at first, and at most.
export const few = 3
export const most = 50

interface Asking {
  at: Place
  profile: WalkProfile
  minutes: number
}

// Coming back from a facility shows the circle as it was left; after this long it may no longer be true.
const keptMs = 120_000
let kept: { key: string; at: number; answer: MyCircleQuery; whole: Map<string, Reached[]> } | null = null

/// One circle at a time; a newer question takes the place of the one under way.
export function useCircle() {
  const circle = shallowRef<Circle | null>(null)
  const attribution = shallowRef('')
  /// Every category's longer list by code, once somebody asked to see one.
  const whole = shallowRef<Map<string, Reached[]>>(new Map())
  const failure = shallowRef<Failure | null>(null)
  const wholeFailure = shallowRef<Failure | null>(null)
  const loading = shallowRef(false)
  let underWay = new AbortController()
  let asked: Asking | null = null

  async function look(asking: Asking): Promise<void> {
    stop()
    underWay = new AbortController()
    asked = asking
    failure.value = wholeFailure.value = null
    const key = JSON.stringify([language.value, asking])
    if (kept?.key === key && Date.now() - kept.at < keptMs) return show(kept.answer, kept.whole)
    loading.value = true
    const outcome = await request(MyCircleDocument, { ...variablesOf(asking), first: few }, underWay.signal)
    if (!outcome.ok) {
      if (outcome.failure.kind === 'superseded') return
      failure.value = outcome.failure
      circle.value = null
    } else {
      kept = { key, at: Date.now(), answer: outcome.data, whole: new Map() }
      show(outcome.data, kept.whole)
      announce(words.value.summary(asking.minutes, outcome.data.circle.totalCount, openCount(outcome.data.circle)))
    }
    loading.value = false
  }

  function show(answer: MyCircleQuery, lists: Map<string, Reached[]>): void {
    circle.value = answer.circle
    attribution.value = answer.walkNetwork?.attribution ?? ''
    whole.value = lists
    loading.value = false
  }

  /// The longer lists come all at once: whoever wants one often wants the next.
  async function loadWhole(): Promise<void> {
    if (!asked || whole.value.size > 0) return
    wholeFailure.value = null
    const outcome = await request(WholeCircleDocument, variablesOf(asked), underWay.signal)
    if (outcome.ok) {
      const categories = outcome.data.circle.tiers.flatMap((tier) => tier.categories)
      whole.value = new Map(categories.map(({ category, facilities }) => [category.code, facilities]))
      if (kept) kept.whole = whole.value
    } else if (outcome.failure.kind !== 'superseded') wholeFailure.value = outcome.failure
  }

  function clear(): void {
    stop()
    circle.value = failure.value = null
    loading.value = false
  }

  function stop(): void {
    underWay.abort()
  }

  return { circle, attribution, whole, failure, wholeFailure, loading, look, loadWhole, clear, stop }
}

function variablesOf({ at, profile, minutes }: Asking) {
  return { at: { ...at, crs: 'WGS84' as const }, profile, minutes }
}

export function openCount(circle: Circle): number {
  return circle.tiers.flatMap(({ categories }) => categories).reduce((sum, category) => sum + category.openCount, 0)
}

/// What stands for a category until more is asked for: the nearest one, and the nearest open one where that is another.
export function leadingOf(facilities: Reached[]): Reached[] {
  const nearestOpen = facilities.find(({ open }) => open === true)
  return facilities.filter((reached, index) => index === 0 || reached === nearestOpen)
}

/// The minutes within which a tier's category counts as missing: the tier's own, or the circle's where that is smaller.
export function missedWithin(tier: Pick<Tier, 'minutes'>, circle: Pick<Circle, 'minutes'>): number {
  return Math.min(tier.minutes, circle.minutes)
}
