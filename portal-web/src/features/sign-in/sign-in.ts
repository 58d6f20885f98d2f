import { refusalOf, request, signInBy, type Failure, type SignInOutcome } from '@/lib/graphql'
import { BeginPasskeySignInDocument, RequestSignInCodeDocument } from '@/lib/graphql/generated/graphql'
import { usePasskey } from '@/lib/passkeys'
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

/// @return null when the person gave it up
export async function signInWithPasskey(): Promise<SignInOutcome | null> {
  const outcome = await request(BeginPasskeySignInDocument, {})
  if (!outcome.ok) return outcome
  const { challenge, userErrors } = outcome.data.beginPasskeySignIn
  const refused = refusalOf(userErrors)
  if (refused || !challenge) return { ok: false, failure: refused ?? { kind: 'fault', traceId: null } }
  const credential = await usePasskey(challenge.options)
  if (credential === null) return null
  return noting(await signInBy('urn:jinlin:grant:passkey', { challenge: challenge.id, credential }))
}

function noting(outcome: SignInOutcome): SignInOutcome {
  if (outcome.ok) {
    noteSignIn('resident')
    phone.value = maskedPhone.value = ''
  }
  return outcome
}
