import { announce } from '@/lib/announce'
import { request, type Failure } from '@/lib/graphql'
import {
  PlanComparisonDocument,
  PlanCoverageDocument,
  PlanGridDocument,
  type PlanComparisonQuery,
  type PlanCoverageQuery,
} from '@/lib/graphql/generated/graphql'
import type { Place } from '@/lib/location'
import { shallowRef } from 'vue'
import type { Looking } from './address'
import type { Cell } from './figures'
import { words } from './words'

export type Coverage = NonNullable<PlanCoverageQuery['coverage']>
export type Month = PlanCoverageQuery['coverageHistory'][number]
export type Comparison = PlanComparisonQuery['coverageWhatIf']

/// The coverage looked at; a newer question takes the place of the one under way.
export function useCoverage() {
  const answer = shallowRef<PlanCoverageQuery | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = shallowRef(false)
  let underWay = new AbortController()

  async function look(looking: Looking): Promise<void> {
    stop()
    underWay = new AbortController()
    failure.value = null
    loading.value = true
    const outcome = await request(PlanCoverageDocument, variablesOf(looking), underWay.signal)
    if (!outcome.ok) {
      if (outcome.failure.kind === 'superseded') return
      failure.value = outcome.failure
      answer.value = null
    } else {
      answer.value = outcome.data
      if (outcome.data.coverage) announce(words.value.headline(outcome.data.coverage.summary))
    }
    loading.value = false
  }

  function stop(): void {
    underWay.abort()
  }

  return { answer, failure, loading, look, stop }
}

/// The squares weigh more than the rest: fetched when the map is opened.
export function useGrid() {
  const cells = shallowRef<Cell[] | null>(null)
  const failure = shallowRef<Failure | null>(null)
  let underWay = new AbortController()

  async function load(looking: Looking): Promise<void> {
    drop()
    underWay = new AbortController()
    const outcome = await request(PlanGridDocument, variablesOf(looking), underWay.signal)
    if (outcome.ok) cells.value = outcome.data.coverage?.grid ?? []
    else if (outcome.failure.kind !== 'superseded') failure.value = outcome.failure
  }

  function drop(): void {
    underWay.abort()
    cells.value = failure.value = null
  }

  return { cells, failure, load, drop }
}

/// What would be if facilities opened at some places and others closed.
export function useComparison() {
  const comparison = shallowRef<Comparison>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = shallowRef(false)
  let underWay = new AbortController()

  async function compare(looking: Looking, add: Place[], remove: string[]): Promise<void> {
    drop()
    underWay = new AbortController()
    loading.value = true
    const points = add.map(({ lat, lon }) => ({ lat, lon, crs: 'WGS84' as const }))
    const outcome = await request(PlanComparisonDocument, { ...variablesOf(looking), add: points, remove }, underWay.signal)
    if (outcome.ok) comparison.value = outcome.data.coverageWhatIf
    else if (outcome.failure.kind === 'superseded') return
    else failure.value = outcome.failure
    loading.value = false
  }

  function drop(): void {
    underWay.abort()
    comparison.value = failure.value = null
    loading.value = false
  }

  return { comparison, failure, loading, compare, drop }
}

function variablesOf({ category, profile, subdistrict }: Looking) {
  return { category, profile, subdistrict: subdistrict || null }
}
