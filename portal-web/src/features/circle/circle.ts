import { announce } from '@/lib/announce'
import { request, type Failure } from '@/lib/graphql'
import {
  MyCircleDocument,
  WholeCategoryDocument,
  type MyCircleQuery,
  type ReachedFieldsFragment,
  type WalkProfile,
} from '@/lib/graphql/generated/graphql'
import { language, messages } from '@/lib/i18n'
import type { Place } from '@/lib/location'
import { instantOf, sayMoment } from '@/lib/moment'
import type { OpeningWords } from '@/lib/opening'
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
  /// A Shanghai wall-clock moment; empty for now.
  open: string
}

// Coming back from a facility shows the circle as it was left; after this long it may no longer be true.
const keptMs = 120_000
let kept: { key: string; at: number; answer: MyCircleQuery; whole: Map<string, Reached[]> } | null = null

/// One circle at a time; a newer question takes the place of the one under way.
export function useCircle() {
  const circle = shallowRef<Circle | null>(null)
  const attribution = shallowRef('')
  /// The longer lists by category code, as somebody asked to see them.
  const whole = shallowRef<Map<string, Reached[]>>(new Map())
  const failure = shallowRef<Failure | null>(null)
  /// Why the longer list of a category, by its code, could not be had.
  const wholeFailure = shallowRef<{ code: string; failure: Failure } | null>(null)
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
      announce(summaryOf(outcome.data.circle, asking.open))
    }
    loading.value = false
  }

  function show(answer: MyCircleQuery, lists: Map<string, Reached[]>): void {
    circle.value = answer.circle
    attribution.value = answer.walkNetwork?.attribution ?? ''
    whole.value = lists
    loading.value = false
  }

  async function loadWhole(category: string): Promise<void> {
    if (!asked || whole.value.has(category)) return
    wholeFailure.value = null
    const outcome = await request(WholeCategoryDocument, { ...variablesOf(asked), category }, underWay.signal)
    if (outcome.ok) {
      const list = outcome.data.circle.tiers.flatMap((tier) => tier.categories).flatMap(({ facilities }) => facilities)
      whole.value = new Map(whole.value).set(category, list)
      if (kept) kept.whole = whole.value
    } else if (outcome.failure.kind !== 'superseded') wholeFailure.value = { code: category, failure: outcome.failure }
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

function variablesOf({ at, profile, minutes, open }: Asking) {
  return { at: { ...at, crs: 'WGS84' as const }, profile, minutes, openAt: open === '' ? null : instantOf(open) }
}

/// What is reached and open, in one sentence; at a moment that was chosen, or now.
export function summaryOf(circle: Circle, open: string): string {
  const { minutes, totalCount } = circle
  const t = words.value
  return open === ''
    ? t.summary(minutes, totalCount, openCount(circle))
    : t.summaryAt(minutes, totalCount, openCount(circle), sayMoment(open, new Date()))
}

function openCount(circle: Circle): number {
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

/// Whether a facility is open at the moment that was chosen.
export function sayThen(open: boolean | null): OpeningWords {
  if (open === null) return { state: 'unknown', headline: messages.value.opening.unknown, next: '' }
  return open
    ? { state: 'open', headline: words.value.openThen, next: '' }
    : { state: 'closed', headline: words.value.closedThen, next: '' }
}
