import { chooseLanguage } from '@/lib/i18n'
import { noteSignIn, noteSignOut, signedInAs } from '@/lib/session'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { request } from './client'
import { SearchChoicesDocument } from './generated/graphql'

const json = { 'Content-Type': 'application/graphql-response+json' }
const data = { categories: [], subdistricts: [] }

function answer(body: unknown, status = 200, headers: Record<string, string> = json) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const sent = vi.fn<typeof fetch>(async () => new Response(text, { status, headers }))
  vi.stubGlobal('fetch', sent)
  return sent
}

async function failure() {
  const outcome = await request(SearchChoicesDocument, {})
  return outcome.ok ? null : outcome.failure
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('A request', () => {
  it('sends the hash of the document, not its text, in the chosen language', async () => {
    const sent = answer({ data })
    chooseLanguage('en')
    expect(await request(SearchChoicesDocument, {})).toEqual({ ok: true, data })
    const [address, init] = sent.mock.calls[0]!
    const body = JSON.parse(String(init!.body))
    expect(address).toBe('/graphql')
    expect(body).not.toHaveProperty('query')
    expect(body.extensions.persistedQuery).toEqual({ version: 1, sha256Hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(init!.headers).toMatchObject({ 'Accept-Language': 'en', Accept: expect.stringContaining('graphql-response+json') })
    chooseLanguage('zh-CN')
  })

  it('tells a refused input with its fields', async () => {
    const message = 'text: at most 200 characters'
    answer({ errors: [{ message, extensions: { code: 'BAD_INPUT', field: 'search.text' } }] }, 400)
    expect(await failure()).toEqual({ kind: 'refused', problems: [{ code: 'BAD_INPUT', message, field: 'text' }] })
  })

  it('tells the reason of a refusal where it is closer than its code', async () => {
    answer({ errors: [{ message: 'x', extensions: { code: 'BAD_INPUT', reason: 'OUTSIDE_WALKING_NETWORK', field: 'at' } }] }, 400)
    const problems = [{ code: 'OUTSIDE_WALKING_NETWORK', message: 'x', field: 'at' }]
    expect(await failure()).toEqual({ kind: 'refused', problems })
  })

  it('tells that the page is older than the server', async () => {
    answer({ errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
    expect(await failure()).toEqual({ kind: 'outdated' })
  })

  it('hands on the trace of a fault', async () => {
    answer({ data: null, errors: [{ message: 'Internal', extensions: { code: 'INTERNAL', traceId: 'ab12' } }] }, 200)
    expect(await failure()).toEqual({ kind: 'fault', traceId: 'ab12' })
  })

  it('takes a proxy’s error page for a server that is away', async () => {
    answer('<h1>502 Bad Gateway</h1>', 502, { 'Content-Type': 'text/html' })
    expect(await failure()).toEqual({ kind: 'unreachable' })
  })

  it('takes a cut-off answer for a server that is away', async () => {
    answer('{"data":{"cat')
    expect(await failure()).toEqual({ kind: 'unreachable' })
  })

  it('tells when there were too many', async () => {
    answer('', 429, {})
    expect(await failure()).toEqual({ kind: 'limited' })
  })

  it('tells a missing network from a server that is away', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failure()).toEqual({ kind: 'unreachable' })
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    expect(await failure()).toEqual({ kind: 'offline' })
    vi.restoreAllMocks()
  })

  it('is superseded, not failed, when the caller gives it up', async () => {
    const cancel = new AbortController()
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => refusedOnAbort(signal!))
    const outcome = request(SearchChoicesDocument, {}, cancel.signal)
    cancel.abort()
    expect(await outcome).toEqual({ ok: false, failure: { kind: 'superseded' } })
  })

  it('ends by itself when no answer comes', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => refusedOnAbort(signal!))
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
    expect(await failure()).toEqual({ kind: 'timeout' })
    vi.restoreAllMocks()
  })
})

function refusedOnAbort(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    const refuse = () => reject(new DOMException('aborted', 'AbortError'))
    if (signal.aborted) refuse()
    signal.addEventListener('abort', refuse)
  })
}

describe('A request of somebody signed in', () => {
  const signedOut = JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'UNAUTHORIZED' } }] })
  const reply = (body: string, status = 200) => new Response(body, { status, headers: json })

  function answers(tokens: () => Response, ...answers: (() => Response)[]) {
    const sent = vi.fn<typeof fetch>(async (address) => (address === '/oauth2/token' ? tokens() : answers.shift()!()))
    vi.stubGlobal('fetch', sent)
    return sent
  }

  afterEach(noteSignOut)

  it('asks for a fresh cookie where the old one has run out, and is sent again', async () => {
    noteSignIn('resident')
    const sent = answers(() => reply('{}'), () => reply(signedOut), () => reply(JSON.stringify({ data })))
    expect(await request(SearchChoicesDocument, {})).toEqual({ ok: true, data })
    expect(sent.mock.calls.map(([address]) => address)).toEqual(['/graphql', '/oauth2/token', '/graphql'])
  })

  it('says that the sign-in has ended where no fresh cookie is given', async () => {
    noteSignIn('resident')
    answers(() => reply(JSON.stringify({ error: 'invalid_grant' }), 400), () => reply(signedOut))
    expect(await failure()).toEqual({ kind: 'signedOut' })
    expect(signedInAs.value).toBeNull()
  })

  it('keeps the sign-in in mind where the server is away', async () => {
    noteSignIn('resident')
    answers(() => reply('<h1>502</h1>', 502), () => reply(signedOut))
    expect(await failure()).toEqual({ kind: 'unreachable' })
    expect(signedInAs.value).toBe('resident')
  })

  it('does not ask for a cookie when nobody was signed in', async () => {
    const sent = answers(() => reply('{}'), () => reply(signedOut))
    expect(await failure()).toEqual({ kind: 'signedOut' })
    expect(sent).toHaveBeenCalledTimes(1)
  })
})
