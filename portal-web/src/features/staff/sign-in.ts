import { signInBy, type SignInOutcome } from '@/lib/graphql'
import type { StaffSignInStep } from '@/lib/graphql/generated/graphql'
import { noteSignIn } from '@/lib/session'
import { ref } from 'vue'

/// What a started sign-in may go on with. In the page's memory only: a reload begins anew.
export const ticket = ref('')

/// Said on the first page to whoever was sent back there; empty for all others.
export const sentBack = ref<'' | 'over' | 'changed' | 'failed' | 'unknown' | 'suspended'>('')

type Page = 'staff-second-factor' | 'staff-new-password' | 'staff-authenticator'

const pageOfRefusal: Record<string, Page> = {
  second_factor_required: 'staff-second-factor',
  password_change_required: 'staff-new-password',
  enrolment_required: 'staff-authenticator',
}

const pageOfStep: Partial<Record<StaffSignInStep, Page>> = {
  SECOND_FACTOR: 'staff-second-factor',
  PASSWORD_CHANGE: 'staff-new-password',
  ENROLMENT: 'staff-authenticator',
}

/// The first step. It never signs in by itself.
/// @return the page of the next step, or what was said instead
export async function provePassword(userName: string, password: string): Promise<Page | SignInOutcome> {
  const outcome = await signInBy('urn:jinlin:grant:staff-password', { user_name: userName, password })
  const page = 'refusal' in outcome ? pageOfRefusal[outcome.refusal.code] : undefined
  if (!page || !('refusal' in outcome)) return outcome
  ticket.value = outcome.refusal.details.ticket ?? ''
  return page
}

/// Keeps the ticket for the next step.
/// @return its page; null when the ticket alone finishes the sign-in
export function nextPage(given: string, step: StaffSignInStep): Page | null {
  ticket.value = given
  return pageOfStep[step] ?? null
}

/// The last step.
/// @param proof `code` or `recovery_code`; nothing when the ticket alone is enough
export async function finish(proof: Record<string, string> = {}): Promise<SignInOutcome> {
  return noting(await signInBy('urn:jinlin:grant:staff-second-factor', { ticket: ticket.value, ...proof }))
}

/// The way back from the district's provider.
export async function finishAtProvider(code: string, state: string, browserSecret: string): Promise<SignInOutcome> {
  return noting(await signInBy('urn:jinlin:grant:staff-oidc', { code, state, browser_secret: browserSecret }))
}

function noting(outcome: SignInOutcome): SignInOutcome {
  if (outcome.ok) {
    noteSignIn('staff')
    ticket.value = ''
  }
  return outcome
}
