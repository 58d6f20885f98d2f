import { refusalOf, request, signInBy, type Failure, type SignInOutcome } from '@/lib/graphql'
import { BeginPasskeySignInDocument, RequestSignInCodeDocument } from '@/lib/graphql/generated/graphql'
import { noteSignIn } from '@/lib/session'
import { ref } from 'vue'

/// The number somebody is signing in with, between the two pages. Never in an address, never stored.
export const phone = ref('')
export const maskedPhone = ref('')
/// When another code may be asked for, in milliseconds of this device's clock.
export const resendAt = ref(0)

/// Has a code sent.
/// @return null when it is on its way
export async function sendCode(): Promise<Failure | null> {
  const outcome = await request(RequestSignInCodeDocument, { phone: phone.value })
  if (!outcome.ok) return outcome.failure
  const { maskedPhone: masked, resendAfterSeconds, userErrors } = outcome.data.requestSignInCode
  if (resendAfterSeconds != null) resendAt.value = Date.now() + resendAfterSeconds * 1000
  if (masked) maskedPhone.value = masked
  // The code that was sent a moment ago still works.
  if (userErrors.some(({ code }) => code === 'RESEND_TOO_SOON')) return null
  return refusalOf(userErrors)
}

export async function signInWithCode(code: string): Promise<SignInOutcome> {
  return noting(await signInBy('urn:jinlin:grant:phone-code', { phone: phone.value, code }))
}

/// Whether this device can hold passkeys.
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/// @return null when the person gave it up
export async function signInWithPasskey(): Promise<SignInOutcome | null> {
  const outcome = await request(BeginPasskeySignInDocument, {})
  if (!outcome.ok) return outcome
  const { challenge, userErrors } = outcome.data.beginPasskeySignIn
  const refused = refusalOf(userErrors)
  if (refused || !challenge) return { ok: false, failure: refused ?? { kind: 'fault', traceId: null } }
  const credential = await chosenPasskey(challenge.options)
  if (credential === null) return null
  return noting(await signInBy('urn:jinlin:grant:passkey', { challenge: challenge.id, credential }))
}

async function chosenPasskey(options: string): Promise<string | null> {
  try {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options))
    const chosen = await navigator.credentials.get({ publicKey })
    return chosen instanceof PublicKeyCredential ? JSON.stringify(chosen.toJSON()) : null
  } catch (error) {
    // Cancelled, timed out, or no passkey here: the phone is still there.
    if (error instanceof DOMException) return null
    throw error
  }
}

function noting(outcome: SignInOutcome): SignInOutcome {
  if (outcome.ok) {
    noteSignIn('resident')
    phone.value = maskedPhone.value = ''
  }
  return outcome
}
