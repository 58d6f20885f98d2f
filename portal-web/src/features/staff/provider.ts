import { useAct } from '@/components/form/act'
import { BeginStaffOidcDocument } from '@/lib/graphql/generated/graphql'

const key = 'jinlin.provider'

interface Begun {
  browserSecret: string
  next: string | null
}

/// The way to the district's provider and back. What this browser must still know then is kept for the tab, and no longer.
export function useProvider() {
  const { problems, busy, act } = useAct()

  async function leave(next: string | null, invitation: string | null = null): Promise<void> {
    const begun = await act(BeginStaffOidcDocument, { invitation }, (data) => data.beginStaffOidc)
    if (!begun?.authorizationUrl || !begun.browserSecret) return
    sessionStorage.setItem(key, JSON.stringify({ browserSecret: begun.browserSecret, next } satisfies Begun))
    location.assign(begun.authorizationUrl)
  }

  return { problems, busy, leave }
}

/// What this tab left with; null when it never left. Good once.
export function takeBegun(): Begun | null {
  const kept = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return kept === null ? null : (JSON.parse(kept) as Begun)
}
