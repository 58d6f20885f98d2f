import type { useAct } from '@/components/form/act'
import { useAsked } from '@/lib/graphql'
import { AgreeDocument, MyConsentStatesDocument, type Purpose } from '@/lib/graphql/generated/graphql'
import { computed, ref } from 'vue'
import { words as t } from './own-words'

/// Id of the box that says yes to a purpose.
export const agreeId = (purpose: Purpose): string => `agree-${purpose}`

/// The agreement a page needs before it may keep what somebody writes, asked for on that page and nowhere before.
export function useConsent(purpose: Purpose) {
  const { answer, failure, loading, ask } = useAsked(MyConsentStatesDocument)
  const agreed = ref(false)
  const state = computed(() => answer.value?.me?.consents.find((consent) => consent.purpose.purpose === purpose) ?? null)
  const needed = computed(() => state.value !== null && !state.value.isGiven)

  void ask({})

  /// Gives the agreement where it is missing and the box is ticked.
  /// @return false when it is missing still; the form's problems then say why
  async function settle({ act, refuse }: Pick<ReturnType<typeof useAct>, 'act' | 'refuse'>): Promise<boolean> {
    if (state.value === null && !(await ask({}))) return false
    if (state.value === null || !needed.value) return true
    if (!agreed.value) {
      refuse(t.value.agreeNeeded, agreeId(purpose))
      return false
    }
    const variables = { purpose, version: state.value.purpose.version }
    const done = await act(AgreeDocument, variables, (data) => data.giveConsent, { version: agreeId(purpose) })
    // Also when it was refused: the text may have changed meanwhile.
    await ask({})
    if (!done) agreed.value = false
    return done !== null
  }

  return { state, needed, agreed, failure, loading, ask, settle }
}
