import { announce } from '@/lib/announce'
import { request, type Failure } from '@/lib/graphql'
import {
  MoreFacilitiesDocument,
  SearchFacilitiesDocument,
  type FacilitySearchInput,
  type HitFieldsFragment,
  type SearchFacilitiesQuery,
} from '@/lib/graphql/generated/graphql'
import { language, messages } from '@/lib/i18n'
import { computed, shallowRef } from 'vue'

export type Hit = HitFieldsFragment
export type Facets = SearchFacilitiesQuery['facilities']['facets']

interface Found extends Pick<SearchFacilitiesQuery['facilities'], 'totalCount' | 'totalCountIsLowerBound' | 'degraded'> {
  key: string
  input: FacilitySearchInput
  first: number
  hits: Hit[]
  next: string | null
  facets: Facets
}

// Coming back from a facility shows the list as it was left; after this long it may no longer be true.
const keptMs = 120_000
let kept: { found: Found; at: number } | null = null

/// One search at a time and its pages; a newer search takes the place of the one under way.
export function useSearch() {
  const found = shallowRef<Found | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const moreFailure = shallowRef<Failure | null>(null)
  const loading = shallowRef(false)
  const loadingMore = shallowRef(false)
  let underWay = new AbortController()

  async function search(input: FacilitySearchInput, first: number): Promise<void> {
    underWay.abort()
    underWay = new AbortController()
    failure.value = moreFailure.value = null
    loadingMore.value = false
    const key = JSON.stringify([language.value, first, input])
    if (kept?.found.key === key && Date.now() - kept.at < keptMs) {
      found.value = kept.found
      loading.value = false
      return
    }
    loading.value = true
    const outcome = await request(SearchFacilitiesDocument, { search: input, first }, underWay.signal)
    if (!outcome.ok) {
      if (outcome.failure.kind === 'superseded') return
      failure.value = outcome.failure
      found.value = null
    } else {
      const { edges, pageInfo, ...rest } = outcome.data.facilities
      keep({ ...rest, key, input, first, hits: edges, next: pageInfo.hasNextPage ? pageInfo.endCursor : null })
      announce(sayCount(rest.totalCount, rest.totalCountIsLowerBound))
    }
    loading.value = false
  }

  async function more(): Promise<void> {
    const base = found.value
    if (!base?.next || loadingMore.value) return
    loadingMore.value = true
    moreFailure.value = null
    const { input, first, next } = base
    const outcome = await request(MoreFacilitiesDocument, { search: input, first, after: next }, underWay.signal)
    if (!outcome.ok) {
      if (outcome.failure.kind === 'superseded') return
      moreFailure.value = outcome.failure
    } else {
      const { edges, pageInfo } = outcome.data.facilities
      keep({ ...base, hits: [...base.hits, ...edges], next: pageInfo.hasNextPage ? pageInfo.endCursor : null })
      announce(messages.value.results.shown(base.hits.length + edges.length, base.totalCount))
    }
    loadingMore.value = false
  }

  function keep(page: Found): void {
    found.value = page
    kept = { found: page, at: Date.now() }
  }

  const countWords = computed(() =>
    found.value ? sayCount(found.value.totalCount, found.value.totalCountIsLowerBound) : '',
  )

  return { found, failure, moreFailure, loading, loadingMore, countWords, search, more, stop: () => underWay.abort() }
}

function sayCount(count: number, isLowerBound: boolean): string {
  return isLowerBound ? messages.value.results.countAtLeast(count) : messages.value.results.count(count)
}
