import { useAsked } from '@/lib/graphql'
import { BookForDocument } from '@/lib/graphql/generated/graphql'
import { computed } from 'vue'
import { words as t } from './words'

/// Oneself, and whoever agreed that one books for them.
export function usePeople() {
  const { answer, ask } = useAsked(BookForDocument)
  void ask({})
  const people = computed(() => [
    { value: 'me', label: t.value.myself },
    ...(answer.value?.actingFor ?? [])
      .filter(({ state, scopes }) => state === 'ACTIVE' && scopes.includes('BOOKING'))
      .map(({ person, name, relation }) => ({ value: person, label: t.value.forOther(name ?? t.value.unnamed, relation) })),
  ])
  return { people }
}
