import { problemsOf, type Problem } from '@/components/form/problems'
import { request } from '@/lib/graphql'
import { BookingSlotDocument } from '@/lib/graphql/generated/graphql'
import { draftFor } from './draft'
import { pathsOf } from './steps'

/// A place that is held for somebody who waited or won: it is booked on the same pages as any other, for whom it is stands.
/// @return the first page, or what was wrong
export async function takeOffer(offer: { slot: string; person: string; party: number; hold: string; heldUntil: string }): Promise<string | Problem[]> {
  const outcome = await request(BookingSlotDocument, { id: offer.slot })
  if (!outcome.ok) return problemsOf(outcome.failure)
  const draft = draftFor(offer.slot)
  draft.person = offer.person
  draft.party = offer.party
  draft.hold = { id: offer.hold, heldUntil: offer.heldUntil }
  draft.isOffer = true
  return pathsOf(offer.slot, outcome.data.slot, true)[0] ?? '/book/mine'
}
