import { language, type Language } from '@/lib/i18n'
import { noteSignOut, signedInAs } from '@/lib/session'
import type { TypedDocumentString } from './generated/graphql'
import { failureOfAnswer, type Answer, type Outcome } from './outcome'
import { ownPage, refresh } from './tokens'

const endpoint = '/graphql'
const patienceMs = 12_000

/// Sends one of the portal's own documents by its hash; the text stays with the server.
/// Never throws for what the network or the server does: the outcome says it.
///
/// @param spoken the language of the answer; the chosen one unless both are needed
///
/// An access cookie lives for minutes: where it has run out, a fresh one is asked for and the document sent again.
export async function request<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  cancelled?: AbortSignal,
  spoken = language.value,
): Promise<Outcome<Data>> {
  const outcome = await send(document, variables, spoken, cancelled)
  if (outcome.ok || outcome.failure.kind !== 'signedOut' || signedInAs.value === null) return outcome
  const refreshed = await refresh()
  if (refreshed.ok) return send(document, variables, spoken, cancelled)
  if ('failure' in refreshed) return refreshed
  noteSignOut()
  return outcome
}

async function send<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  spoken: Language,
  cancelled?: AbortSignal,
): Promise<Outcome<Data>> {
  const patience = AbortSignal.timeout(patienceMs)
  const giveUp = new AbortController()
  const abort = () => giveUp.abort()
  for (const signal of [patience, cancelled]) {
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
  }
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        ...ownPage,
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json',
        'Accept-Language': spoken,
      },
      body: JSON.stringify({
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: document.__meta__?.hash } },
      }),
      signal: giveUp.signal,
    })
    return await outcomeOf<Data>(response)
  } catch (error) {
    if (cancelled?.aborted) return { ok: false, failure: { kind: 'superseded' } }
    if (patience.aborted) return { ok: false, failure: { kind: 'timeout' } }
    if (error instanceof TypeError) return { ok: false, failure: { kind: navigator.onLine ? 'unreachable' : 'offline' } }
    throw error
  } finally {
    cancelled?.removeEventListener('abort', abort)
  }
}

async function outcomeOf<Data>(response: Response): Promise<Outcome<Data>> {
  if (response.status === 429) return { ok: false, failure: { kind: 'limited' } }
  const answer = await readAnswer<Data>(response)
  if (answer === null) return { ok: false, failure: { kind: 'unreachable' } }
  if (answer.errors?.length || !answer.data) return { ok: false, failure: failureOfAnswer(answer) }
  return { ok: true, data: answer.data }
}

// A proxy in front of a server that is away answers in HTML; that is not GraphQL's answer.
async function readAnswer<Data>(response: Response): Promise<Answer<Data> | null> {
  if (!response.headers.get('Content-Type')?.includes('json')) return null
  const body: unknown = await response.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) return null
    throw error
  })
  return isAnswer<Data>(body) ? body : null
}

// The shape of `data` is the schema's promise: types and documents are generated from the same files.
function isAnswer<Data>(body: unknown): body is Answer<Data> {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body)
}
