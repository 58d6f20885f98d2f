import { useOffers } from '@/components/offers'
import { request, type Outcome } from '@/lib/graphql'
import { FindPlacesDocument, type FindPlacesQuery } from '@/lib/graphql/generated/graphql'
import { here } from '@/lib/location'

export type FoundPlace = FindPlacesQuery['places'][number]

/// The server's own limit, told before a round trip is spent on it.
export const longestText = 100

/// Places for what is being typed, after a short pause, or at once.
export function usePlaces() {
  return useOffers(places, longestText, 150)
}

async function places(text: string, cancelled: AbortSignal): Promise<Outcome<FoundPlace[]>> {
  const near = here.value ? { ...here.value, crs: 'WGS84' as const } : null
  const outcome = await request(FindPlacesDocument, { text, near, first: 8 }, cancelled)
  return outcome.ok ? { ok: true, data: outcome.data.places } : outcome
}
