import { language } from '@/lib/i18n'
import type { TypedDocumentString } from './generated/graphql'
import { failureOfAnswer, type Answer, type Outcome } from './outcome'
import { ownPage } from './tokens'

const endpoint = '/graphql'
/// The server says something every 25 seconds, were it only that it is there.
const silenceMs = 60_000

/// Follows a subscription by event stream until it ends: the server ends each after some minutes, a proxy maybe sooner.
/// @param told what came, each time something changed
/// @return why it ended; superseded when the caller gave up, unreachable also for an orderly end
export async function follow<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  told: (data: Data) => void,
  cancelled: AbortSignal,
): Promise<Outcome<never>> {
  const giveUp = new AbortController()
  const abort = () => giveUp.abort()
  cancelled.addEventListener('abort', abort, { once: true })
  let patience = setTimeout(abort, silenceMs)
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { ...ownPage, 'Content-Type': 'application/json', Accept: 'text/event-stream', 'Accept-Language': language.value },
      body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: document.__meta__?.hash } } }),
      signal: giveUp.signal,
    })
    if (response.status === 429) return { ok: false, failure: { kind: 'limited' } }
    if (!response.body || !response.headers.get('Content-Type')?.includes('event-stream')) return unreachable
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return unreachable
      clearTimeout(patience)
      patience = setTimeout(abort, silenceMs)
      const events = (rest + value).split('\n\n')
      rest = events.pop() ?? ''
      for (const answer of events.map((event) => answerIn<Data>(event))) {
        if (answer?.errors?.length) return { ok: false, failure: failureOfAnswer(answer) }
        if (answer?.data) told(answer.data)
      }
    }
  } catch (error) {
    if (cancelled.aborted) return { ok: false, failure: { kind: 'superseded' } }
    // Cut off while it was read, or silent for too long.
    if (error instanceof TypeError || error instanceof DOMException) return unreachable
    throw error
  } finally {
    clearTimeout(patience)
    abort()
    cancelled.removeEventListener('abort', abort)
  }
}

const unreachable: Outcome<never> = { ok: false, failure: { kind: 'unreachable' } }

// The shape of `data` is the schema's promise, as with every other answer.
function answerIn<Data>(event: string): Answer<Data> | null {
  const text = event
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length))
    .join('\n')
    .trim()
  return text === '' ? null : (JSON.parse(text) as Answer<Data>)
}
