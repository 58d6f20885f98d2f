import { request } from '@/lib/graphql'
import { SuggestFacilitiesDocument, type SuggestFacilitiesQuery } from '@/lib/graphql/generated/graphql'
import { here } from '@/lib/location'
import { shallowRef } from 'vue'

export type Suggestion = SuggestFacilitiesQuery['suggestFacilities'][number]

const pauseMs = 120
const longestPrefix = 100

/// Suggestions for what is being typed, asked for after a short pause; only the newest answer counts.
export function useSuggestions() {
  const suggestions = shallowRef<Suggestion[]>([])
  let pause: ReturnType<typeof setTimeout> | undefined
  let underWay = new AbortController()

  function suggest(typed: string): void {
    forget()
    const prefix = typed.trim()
    if (prefix === '' || prefix.length > longestPrefix) suggestions.value = []
    else pause = setTimeout(() => void ask(prefix), pauseMs)
  }

  async function ask(prefix: string): Promise<void> {
    underWay = new AbortController()
    const near = here.value ? { ...here.value, crs: 'WGS84' as const } : null
    const outcome = await request(SuggestFacilitiesDocument, { prefix, near }, underWay.signal)
    if (outcome.ok) suggestions.value = outcome.data.suggestFacilities
    // Suggestions are a help, not an answer: when they fail the search itself still works and says what is wrong.
    else if (outcome.failure.kind !== 'superseded') suggestions.value = []
  }

  function forget(): void {
    clearTimeout(pause)
    underWay.abort()
  }

  function close(): void {
    forget()
    suggestions.value = []
  }

  return { suggestions, suggest, close }
}
