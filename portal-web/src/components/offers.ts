import type { Outcome } from '@/lib/graphql'
import { onUnmounted, shallowRef } from 'vue'

/// What a field offers for what is being typed, asked for after a short pause; only the newest answer counts.
/// @param asked what is offered for a text
/// @param longest characters the server takes
export function useOffers<Option>(asked: (text: string, cancelled: AbortSignal) => Promise<Outcome<Option[]>>, longest = 100, pauseMs = 120) {
  const offered = shallowRef<Option[]>([])
  let pause: ReturnType<typeof setTimeout> | undefined
  let underWay = new AbortController()

  function offer(typed: string): void {
    forget()
    const text = typed.trim()
    if (text === '' || text.length > longest) offered.value = []
    else pause = setTimeout(() => void offerNow(text), pauseMs)
  }

  async function offerNow(text: string): Promise<void> {
    const outcome = await find(text)
    // An offer is a help, not an answer: when it fails, submitting still works and says what is wrong.
    if (outcome !== null) offered.value = outcome.ok ? outcome.data : []
  }

  /// The options at once, why there are none, or null when a newer question took the place of this one.
  async function find(text: string): Promise<Outcome<Option[]> | null> {
    forget()
    underWay = new AbortController()
    const outcome = await asked(text, underWay.signal)
    return !outcome.ok && outcome.failure.kind === 'superseded' ? null : outcome
  }

  function forget(): void {
    clearTimeout(pause)
    underWay.abort()
  }

  function close(): void {
    forget()
    offered.value = []
  }

  onUnmounted(close)
  return { offered, offer, find, close }
}
