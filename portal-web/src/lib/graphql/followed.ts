import { onMounted, onUnmounted } from 'vue'
import { follow } from './follow'
import type { TypedDocumentString } from './generated/graphql'

const againMs = 10_000

/// Follows a subscription as long as the page is there, and asks in between while there is no stream: a proxy may not let
/// one through, and a screen on a wall has nobody who reloads it.
/// @param told what came by the stream
/// @param ask asks for the same once
/// @param pauseMs between two askings
export function useFollowed<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: () => Variables | null,
  told: (data: Data) => void,
  ask: () => unknown,
  pauseMs: number,
): { restart: () => void } {
  let underWay = new AbortController()
  let isLive = false
  let clock: ReturnType<typeof setInterval> | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  async function listen(): Promise<void> {
    const asked = variables()
    if (asked === null) return
    const mine = (underWay = new AbortController())
    await follow(
      document,
      asked,
      (data) => {
        isLive = true
        told(data)
      },
      mine.signal,
    )
    if (mine.signal.aborted) return
    isLive = false
    // Screens of a whole district shall not come back in the same second.
    again = setTimeout(() => void listen(), againMs * (0.5 + Math.random()))
  }

  function stop(): void {
    underWay.abort()
    isLive = false
    clearTimeout(again)
  }

  function restart(): void {
    stop()
    void listen()
  }

  onMounted(() => {
    void listen()
    clock = setInterval(() => !isLive && void ask(), pauseMs)
  })
  onUnmounted(() => {
    stop()
    clearInterval(clock)
  })
  return { restart }
}
