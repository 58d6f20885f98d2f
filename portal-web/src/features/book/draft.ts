import { newKey } from '@/components/form/key'
import { shallowReactive } from 'vue'

/// Where an interval of a court or room that begins with a slot may end.
export type Ends = readonly string[]

/// A booking between its pages; in memory only, so that nothing of a person stands in an address or in storage.
export interface Draft {
  slot: string
  /// Whom it is for: opaque id, empty for oneself, null while nobody was chosen.
  person: string | null
  party: number
  answers: Record<string, string>
  materialsRead: boolean
  /// For a court or room: where it may end, and where it shall.
  ends: Ends
  end: string
  hold: { id: string; heldUntil: string } | null
  /// The hold was offered to somebody who waited: for whom it is stands.
  isOffer: boolean
  /// One for each act: sent again after a lost answer, it does nothing twice.
  bookKey: string
  waitKey: string
}

/// The person may use places kept for elderly, disabled and pregnant people; asked where slots are chosen.
export const choice = shallowReactive({ priority: false })

let draft = blank('')

/// The draft for a slot: answers given before another one was chosen go with the person to the new one.
export function draftFor(slot: string): Draft {
  if (draft.slot !== slot) {
    const { person, party, answers, materialsRead } = draft
    draft = shallowReactive({ ...blank(slot), person, party, answers, materialsRead })
  }
  return draft
}

export function forgetDraft(): void {
  draft = blank('')
}

function blank(slot: string): Draft {
  return shallowReactive({
    slot,
    person: null,
    party: 1,
    answers: {},
    materialsRead: false,
    ends: [],
    end: '',
    hold: null,
    isOffer: false,
    bookKey: newKey(),
    waitKey: newKey(),
  })
}
