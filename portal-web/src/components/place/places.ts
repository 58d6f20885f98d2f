import { request, type Failure } from '@/lib/graphql'
import { FindPlacesDocument, type FindPlacesQuery } from '@/lib/graphql/generated/graphql'
import { here } from '@/lib/location'
import { shallowRef } from 'vue'

export type FoundPlace = FindPlacesQuery['places'][number]

/// The server's own limit, told before a round trip is spent on it.
export const longestText = 100

const pauseMs = 150

/// Places for what is being typed, after a short pause, or at once; only the newest answer counts.
export function usePlaces() {
  const offered = shallowRef<FoundPlace[]>([])
  let pause: ReturnType<typeof setTimeout> | undefined
  let underWay = new AbortController()

  function offer(typed: string): void {
    forget()
    const text = typed.trim()
    if (text === '' || text.length > longestText) offered.value = []
    else pause = setTimeout(() => void offerNow(text), pauseMs)
  }

  async function offerNow(text: string): Promise<void> {
    const found = await find(text)
    // An offer is a help, not an answer: when it fails, submitting still works and says what is wrong.
    offered.value = Array.isArray(found) ? found : []
  }

  /// The places, why there are none, or null when a newer question took the place of this one.
  async function find(text: string): Promise<FoundPlace[] | Failure | null> {
    forget()
    underWay = new AbortController()
    const near = here.value ? { ...here.value, crs: 'WGS84' as const } : null
    const outcome = await request(FindPlacesDocument, { text, near, first: 8 }, underWay.signal)
    if (outcome.ok) return outcome.data.places
    return outcome.failure.kind === 'superseded' ? null : outcome.failure
  }

  function forget(): void {
    clearTimeout(pause)
    underWay.abort()
  }

  function close(): void {
    forget()
    offered.value = []
  }

  return { offered, offer, find, close }
}
