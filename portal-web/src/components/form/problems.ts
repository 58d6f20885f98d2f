import type { Failure } from '@/lib/graphql'
import { messages } from '@/lib/i18n'

/// Something a person must put right, and the id of the field where they can.
export interface Problem {
  message: string
  fieldId?: string
}

/// A failure as the problems of a form.
/// @param fields ids of the form's fields by the input's names
export function problemsOf(failure: Failure, fields: Record<string, string> = {}): Problem[] {
  if (failure.kind === 'superseded') return []
  if (failure.kind !== 'refused') return [{ message: messages.value.errors[failure.kind] }]
  return failure.problems.map(({ message, field }) => {
    const fieldId = field === null ? undefined : fields[field]
    return fieldId === undefined ? { message } : { message, fieldId }
  })
}
