/// What became of a request: its data, or why there is none.
export type Outcome<Data> = { ok: true; data: Data } | { ok: false; failure: Failure }

export type Failure =
  /// The caller itself gave up, usually because a newer request replaced this one. Nothing to show.
  | { kind: 'superseded' }
  | { kind: 'offline' }
  | { kind: 'timeout' }
  /// No answer, or none from the API.
  | { kind: 'unreachable' }
  /// Too many requests.
  | { kind: 'limited' }
  /// The server no longer knows this page's documents: it was updated while the page stayed open.
  | { kind: 'outdated' }
  /// The input was refused; each problem names its field, in the resident's language.
  | { kind: 'refused'; problems: Problem[] }
  /// Nobody is signed in, or no longer.
  | { kind: 'signedOut' }
  /// Whoever is signed in may not do this.
  | { kind: 'forbidden' }
  /// A fault of the server; the trace id helps the operator to find it.
  | { kind: 'fault'; traceId: string | null }

export interface Problem {
  /// Stable, in capitals, for example BAD_INPUT; the closer reason where there is one, for example OUTSIDE_WALKING_NETWORK.
  code: string
  message: string
  /// Last part of the input field's path, for example `text`; null when the whole request is at fault.
  field: string | null
}

export interface Answer<Data> {
  data?: Data | null
  errors?: AnswerError[]
}

interface AnswerError {
  message: string
  extensions?: Record<string, unknown>
}

const outdatedCodes = ['PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', 'UNKNOWN_DOCUMENT']
const refusedCodes = ['BAD_INPUT', 'TOO_DEEP']

export function failureOfAnswer(answer: Answer<unknown>): Failure {
  const errors = answer.errors ?? []
  if (errors.some((error) => outdatedCodes.includes(codeOf(error)))) return { kind: 'outdated' }
  if (errors.length > 0 && errors.every((error) => refusedCodes.includes(codeOf(error)))) {
    return { kind: 'refused', problems: errors.map(problemOf) }
  }
  if (errors.some((error) => codeOf(error) === 'UNAUTHORIZED')) return { kind: 'signedOut' }
  if (errors.some((error) => codeOf(error) === 'FORBIDDEN')) return { kind: 'forbidden' }
  if (errors.some((error) => codeOf(error) === 'TOO_MANY_REQUESTS')) return { kind: 'limited' }
  const traceId = errors.map((error) => error.extensions?.traceId).find((id) => typeof id === 'string')
  return { kind: 'fault', traceId: traceId ?? null }
}

/// What a mutation's payload says it would not do, as an outcome; null when it did it.
export function refusalOf(userErrors: readonly { code: string; message: string; field: readonly string[] }[]): Failure | null {
  if (userErrors.length === 0) return null
  const problems = userErrors.map(({ code, message, field }) => ({ code, message, field: field.at(-1) ?? null }))
  return { kind: 'refused', problems }
}

function problemOf(error: AnswerError): Problem {
  const reason = error.extensions?.reason
  return { code: typeof reason === 'string' ? reason : codeOf(error), message: error.message, field: fieldOf(error) }
}

function codeOf(error: AnswerError): string {
  return String(error.extensions?.code ?? error.message)
}

function fieldOf(error: AnswerError): string | null {
  const field = error.extensions?.field
  const path = Array.isArray(field) ? field.join('.') : typeof field === 'string' ? field : ''
  return path.split('.').at(-1) || null
}
