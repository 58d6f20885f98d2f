import { signedInAs, type SignedInAs } from '@/lib/session'
import type { NavigationGuardReturn, RouteLocationNormalized } from 'vue-router'

const signInPage: Record<SignedInAs, string> = { resident: 'sign-in', staff: 'staff-sign-in' }

/// Lets in whoever is signed in as that; others are asked to sign in, and come back to the page afterwards.
export function needsSignIn(as: SignedInAs) {
  return (to: RouteLocationNormalized): NavigationGuardReturn =>
    signedInAs.value === as || { name: signInPage[as], query: { next: to.fullPath } }
}
