import { afterEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow'
import { CallDisplayChangedDocument, type CallDisplayChangedSubscription } from './generated/graphql'

const stream = { 'Content-Type': 'text/event-stream' }
const call = (waiting: number) => `event:next\ndata:${JSON.stringify({ data: { callDisplayChanged: { waiting } } })}\n\n`

/// An answer that comes in pieces, cut anywhere.
function answering(pieces: string[], headers: Record<string, string> = stream, status = 200) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
      controller.close()
    },
  })
  const sent = vi.fn<typeof fetch>(async () => new Response(body, { status, headers }))
  vi.stubGlobal('fetch', sent)
  return sent
}

async function followed(cancelled = new AbortController().signal) {
  const told: number[] = []
  const outcome = await follow(CallDisplayChangedDocument, { facility: 'F' }, (data: CallDisplayChangedSubscription) => told.push(data.callDisplayChanged.waiting), cancelled)
  return { told, failure: outcome.ok ? null : outcome.failure.kind }
}

afterEach(() => vi.unstubAllGlobals())

describe('A followed subscription', () => {
  it('tells each state, however the stream is cut into pieces, and what says only that the server is there is none', async () => {
    const whole = `${call(1)}:\n\n${call(2)}event:complete\ndata:\n\n`
    const sent = answering([whole.slice(0, 25), whole.slice(25, 70), whole.slice(70)])
    expect(await followed()).toEqual({ told: [1, 2], failure: 'unreachable' })
    const [, init] = sent.mock.calls[0]!
    expect(init!.headers).toMatchObject({ Accept: 'text/event-stream', 'X-Jinlin-Portal': '1' })
    expect(JSON.parse(String(init!.body))).toMatchObject({ variables: { facility: 'F' }, extensions: { persistedQuery: { version: 1 } } })
  })

  it('ends with what the server says against it', async () => {
    answering([`event:next\ndata:${JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'UNAUTHORIZED' } }] })}\n\n`])
    expect((await followed()).failure).toBe('signedOut')
  })

  it('is none where something on the way answers otherwise, asks for patience, or lets nothing through', async () => {
    answering(['<html>'], { 'Content-Type': 'text/html' }, 502)
    expect((await followed()).failure).toBe('unreachable')
    answering([''], stream, 429)
    expect((await followed()).failure).toBe('limited')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
    expect((await followed()).failure).toBe('unreachable')
  })

  it('is given up with its page', async () => {
    const leaving = new AbortController()
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((_, reject) => signal!.addEventListener('abort', () => reject(new DOMException('x', 'AbortError')))))
    const following = followed(leaving.signal)
    leaving.abort()
    expect((await following).failure).toBe('superseded')
  })
})
