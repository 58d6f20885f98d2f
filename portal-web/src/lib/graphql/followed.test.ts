import { createApp, h } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useFollowed } from './followed'
import { CallDisplayChangedDocument } from './generated/graphql'

const said = `event:next\ndata:${JSON.stringify({ data: { callDisplayChanged: { waiting: 1 } } })}\n\n`
let ends: (() => void)[] = []

/// A stream that tells once and then stays open until it is ended.
function streaming() {
  const opened = vi.fn<typeof fetch>(async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(said))
        ends.push(() => controller.close())
      },
    })
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
  })
  vi.stubGlobal('fetch', opened)
  return opened
}

function page() {
  const told = vi.fn()
  const ask = vi.fn()
  const app = createApp({
    setup() {
      useFollowed(CallDisplayChangedDocument, () => ({ facility: 'F' }), told, ask, 3_000)
      return () => h('p')
    },
  })
  app.mount(document.createElement('div'))
  return { told, ask, app }
}

beforeEach(() => {
  ends = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('A screen that follows does not ask; when its stream ends it asks until the next one tells', async () => {
  const opened = streaming()
  const { told, ask, app } = page()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toHaveBeenCalledTimes(1)
  expect(ask).not.toHaveBeenCalled()

  ends[0]!()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(ask).toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(opened).toHaveBeenCalledTimes(2)
  const before = ask.mock.calls.length
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ask.mock.calls.length).toBe(before)

  app.unmount()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(opened).toHaveBeenCalledTimes(2)
})

it('A screen whose stream is let through nowhere asks as before', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 502 }))
  const { told, ask, app } = page()
  await vi.advanceTimersByTimeAsync(9_500)
  expect(told).not.toHaveBeenCalled()
  expect(ask.mock.calls.length).toBe(3)
  app.unmount()
})
