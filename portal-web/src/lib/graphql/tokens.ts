import { language } from '@/lib/i18n'
import type { Failure } from './outcome'

/// What the token endpoint said. Tokens never come into the page: the answer sets cookies that no script can read.
export type SignInOutcome = { ok: true } | { ok: false; refusal: Refusal } | { ok: false; failure: Failure }

/// Why nobody was signed in: a stable code in lower case, and what is needed to go on, such as `ticket` or `retry_after`.
export interface Refusal {
  code: string
  details: Record<string, string>
}

const endpoint = '/oauth2/token'
const patienceMs = 12_000

/// Says that the portal's own page is asking, which a form on a foreign page cannot.
export const ownPage = { 'X-Jinlin-Portal': '1' }

/// Proves who somebody is by one of the ways the issuer offers.
/// @param grant the grant type, for example `urn:jinlin:grant:phone-code`
export async function signInBy(grant: string, parameters: Record<string, string>): Promise<SignInOutcome> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { ...ownPage, 'Accept-Language': language.value },
      body: new URLSearchParams({ grant_type: grant, client_id: 'portal', ...parameters }),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.ok) return { ok: true }
    if (response.status === 429) return { ok: false, failure: { kind: 'limited' } }
    const refusal = refusalIn(await response.json().catch(() => null))
    return refusal ? { ok: false, refusal } : { ok: false, failure: { kind: 'unreachable' } }
  } catch (error) {
    if (error instanceof DOMException) return { ok: false, failure: { kind: 'timeout' } }
    if (error instanceof TypeError) return { ok: false, failure: { kind: navigator.onLine ? 'unreachable' : 'offline' } }
    throw error
  }
}

/// Asks for a fresh access cookie. Pages of several tabs ask one after the other, so that no refresh is used twice.
export async function refresh(): Promise<SignInOutcome> {
  const ask = () => signInBy('refresh_token', {})
  // Missing on plain HTTP.
  const locks = navigator.locks as LockManager | null | undefined
  return locks ? locks.request('jinlin.refresh', ask) : ask()
}

function refusalIn(body: unknown): Refusal | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const { error, code, error_description: _, ...details } = Object.fromEntries(texts)
  return { code: code ?? error ?? 'refused', details }
}
