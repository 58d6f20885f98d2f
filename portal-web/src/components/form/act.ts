import { refusalOf, request, type Outcome } from '@/lib/graphql'
import type { TypedDocumentString } from '@/lib/graphql/generated/graphql'
import { ref } from 'vue'
import { problemsOf, type Problem } from './problems'

interface Payload {
  userErrors: readonly { code: string; message: string; field: readonly string[] }[]
}

/// Something a person does by a mutation: one at a time, and the problems it met.
export function useAct() {
  const problems = ref<Problem[]>([])
  const busy = ref(false)

  /// @param payloadOf where the mutation's payload is in its answer
  /// @param fields ids of the page's fields by the input's names
  /// @return the payload, or null when it was refused; the problems then say why
  async function act<Data, Variables, Done extends Payload>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    payloadOf: (data: Data) => Done,
    fields: Record<string, string> = {},
  ): Promise<Done | null> {
    if (busy.value) return null
    busy.value = true
    problems.value = []
    const outcome = await request(document, variables)
    busy.value = false
    const done = outcome.ok ? payloadOf(outcome.data) : null
    const failure = outcome.ok ? refusalOf(payloadOf(outcome.data).userErrors) : failureOf(outcome)
    if (failure) problems.value = problemsOf(failure, fields)
    return failure ? null : done
  }

  /// What the page itself found wrong before anything was sent.
  function refuse(message: string, fieldId: string): void {
    problems.value = [{ message, fieldId }]
  }

  function problemOf(fieldId: string): string | undefined {
    return problems.value.find((problem) => problem.fieldId === fieldId)?.message
  }

  return { problems, busy, act, refuse, problemOf }
}

function failureOf(outcome: Outcome<unknown>) {
  return outcome.ok ? null : outcome.failure
}
