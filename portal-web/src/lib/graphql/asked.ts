import { onUnmounted, shallowRef } from 'vue'
import { request } from './client'
import type { TypedDocumentString } from './generated/graphql'
import type { Failure } from './outcome'

/// One question of a page: its answer, or why there is none, and whether it is under way. A newer asking takes the place
/// of the one under way; leaving the page gives it up.
export function useAsked<Data, Variables>(document: TypedDocumentString<Data, Variables>) {
  const answer = shallowRef<Data | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const loading = shallowRef(false)
  let underWay = new AbortController()

  async function ask(variables: Variables): Promise<Data | null> {
    underWay.abort()
    underWay = new AbortController()
    loading.value = true
    const outcome = await request(document, variables, underWay.signal)
    if (!outcome.ok && outcome.failure.kind === 'superseded') return null
    loading.value = false
    failure.value = outcome.ok ? null : outcome.failure
    // What was shown before a failed asking is still the best there is.
    if (outcome.ok) answer.value = outcome.data
    return outcome.ok ? outcome.data : null
  }

  onUnmounted(() => underWay.abort())
  return { answer, failure, loading, ask }
}
