import { useAsked } from '@/lib/graphql'
import { BookingSlotDocument, type BookingSlotQuery } from '@/lib/graphql/generated/graphql'
import { language } from '@/lib/i18n'
import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { draftFor } from './draft'

export type SlotToBook = NonNullable<BookingSlotQuery['slot']>

/// The slot of the page before: the next page need not wait for what is known already.
const known = shallowRef<{ id: string; language: string; slot: SlotToBook } | null>(null)

/// A page between choosing a slot and having it: the slot, the draft, and which page comes before and after.
export function useSteps() {
  const route = useRoute()
  const router = useRouter()
  const id = String(route.params.slot)
  const draft = draftFor(id)
  const { answer, failure, loading, ask } = useAsked(BookingSlotDocument)

  const slot = computed(() => (known.value?.id === id ? known.value.slot : null))
  const isUnknown = computed(() => answer.value !== null && answer.value.slot === null)
  const steps = computed(() => pathsOf(id, slot.value, draft.isOffer))
  const position = computed(() => steps.value.indexOf(route.path))
  const before = computed(() => steps.value[position.value - 1])

  watch(language, load, { immediate: true })
  // Without a hold there is nothing to answer for: reloaded, or opened by its address.
  if (draft.hold === null && !route.path.endsWith(id) && !/\/(wait|lottery)$/.test(route.path)) void router.replace(`/book/slot/${id}`)

  async function load(): Promise<void> {
    if (known.value?.id === id && known.value.language === language.value) return
    const data = await ask({ id })
    if (data?.slot) known.value = { id, language: language.value, slot: data.slot }
  }

  async function next(): Promise<void> {
    const path = steps.value[position.value + 1]
    if (path) await router.push(path)
  }

  return { id, draft, slot, isUnknown, failure, loading, load, before, next }
}

export function pathsOf(id: string, slot: Pick<SlotToBook, 'service'> | null, isOffer = false): string[] {
  const base = `/book/slot/${id}`
  if (!slot) return [base]
  const { materials, questions } = slot.service
  return [
    ...(isOffer ? [] : [base]),
    ...(materials.length > 0 ? [`${base}/bring`] : []),
    ...questions.map((_, index) => `${base}/question/${index + 1}`),
    `${base}/check`,
  ]
}
