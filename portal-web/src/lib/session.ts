import { forget, recall, remember } from '@/lib/storage'
import { ref } from 'vue'

export type SignedInAs = 'resident' | 'staff'

/// Who this device was last signed in as; null for nobody. Only a memory for the page: what may be seen and done is
/// decided by cookies that no script can read, each time anew.
export const signedInAs = ref(remembered())

export function noteSignIn(as: SignedInAs): void {
  signedInAs.value = as
  remember('signedInAs', as)
}

export function noteSignOut(): void {
  signedInAs.value = null
  forget('signedInAs')
}

function remembered(): SignedInAs | null {
  const found = recall('signedInAs')
  return found === 'resident' || found === 'staff' ? found : null
}

// Whoever signs out in one tab is signed out in all.
addEventListener('storage', () => {
  signedInAs.value = remembered()
})
