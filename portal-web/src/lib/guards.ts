import { signedInAs, type SignedInAs } from '@/lib/session'
import type { NavigationGuardReturn, RouteLocationNormalized } from 'vue-router'

// By path: until somebody asks for them, these pages have no names yet.
const signInPage: Record<SignedInAs, string> = { resident: '/sign-in', staff: '/staff/sign-in' }

/// Lets in whoever is signed in as that; others are asked to sign in, and come back to the page afterwards.
export function needsSignIn(as: SignedInAs) {
  return (to: RouteLocationNormalized): NavigationGuardReturn =>
    signedInAs.value === as || { path: signInPage[as], query: { next: to.fullPath } }
}
