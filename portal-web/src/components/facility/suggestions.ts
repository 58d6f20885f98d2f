import { useOffers } from '@/components/offers'
import { request, type Outcome } from '@/lib/graphql'
import { SuggestFacilitiesDocument, type SuggestFacilitiesQuery } from '@/lib/graphql/generated/graphql'
import { here } from '@/lib/location'

export type Suggestion = SuggestFacilitiesQuery['suggestFacilities'][number]

/// Facilities, and whole categories, for what is being typed.
export function useSuggestions() {
  return useOffers(suggest)
}

async function suggest(prefix: string, cancelled: AbortSignal): Promise<Outcome<Suggestion[]>> {
  const near = here.value ? { ...here.value, crs: 'WGS84' as const } : null
  const outcome = await request(SuggestFacilitiesDocument, { prefix, near }, cancelled)
  return outcome.ok ? { ok: true, data: outcome.data.suggestFacilities } : outcome
}
