import { newKey } from '@/components/form/key'
import { problemsOf, type Problem } from '@/components/form/problems'
import { refusalOf, request, type Failure } from '@/lib/graphql'
import { useFollowed } from '@/lib/graphql/followed'
import {
  DeskLineChangedDocument,
  DeskLineDocument,
  LineCallNextDocument,
  LineCheckInDocument,
  LineCompleteDocument,
  LineMissDocument,
  LineParkDocument,
  LineRecallDocument,
  LineReconcileDocument,
  LineResumeDocument,
  LineTakeTicketDocument,
  LineTransferDocument,
  type TypedDocumentString,
} from '@/lib/graphql/generated/graphql'
import { recall, remember } from '@/lib/storage'
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { afterAct, nextFor, ticketOf, type Act, type Line, type Ticket } from './acts'
import { dropActs, keepAct, nextPrinted, waitingActs } from './queue'

interface Payload {
  ticket?: Ticket | null
  userErrors: readonly { code: string; message: string; field: readonly string[] }[]
}

const pauseMs = 5_000
const mostAtOnce = 200
/// What says that nobody was reached, so that the desk goes on by itself.
const away: readonly Failure['kind'][] = ['offline', 'timeout', 'unreachable']

/// The line of a desk: what the service says, and what the desk did itself while the service was away.
export function useLine(unit: Ref<string>, serviceName: (number: string) => string) {
  const line = shallowRef<Line | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const problems = ref<Problem[]>([])
  const conflicts = ref<string[]>([])
  const busy = ref(false)
  const isAway = ref(false)
  const counterId = ref(recall('deskCounter') ?? '')

  const counter = computed(() => line.value?.counters.find(({ id, open }) => id === counterId.value && open) ?? null)
  const mine = computed(() => line.value?.called.find(({ counter: at }) => at?.id === counter.value?.id) ?? null)
  const unsent = computed(() => (waitingActs.value.unit === unit.value ? waitingActs.value.acts.length : 0))

  // That something changed is enough: an act under way knows better than a state that was sent before it.
  const { restart } = useFollowed(DeskLineChangedDocument, () => (unit.value ? { unit: unit.value } : null), () => void load(), () => document.visibilityState === 'visible' && load(), pauseMs)
  watch(unit, () => unit.value && void load(), { immediate: true })
  watch(unit, restart)
  watch(counterId, (id) => remember('deskCounter', id))

  async function load(): Promise<void> {
    if (busy.value || !unit.value) return
    if (unsent.value > 0) return bringIn()
    const outcome = await request(DeskLineDocument, { unit: unit.value })
    // An act done meanwhile knows better.
    if (busy.value || unsent.value > 0) return
    if (outcome.ok) {
      line.value = outcome.data.deskLine
      failure.value = null
      isAway.value = false
    } else if (away.includes(outcome.failure.kind) && line.value) isAway.value = true
    else failure.value = outcome.failure
  }

  /// Tells the service what was done without it, in order.
  async function bringIn(): Promise<void> {
    busy.value = true
    const acts = waitingActs.value.acts.slice(0, mostAtOnce)
    const outcome = await request(LineReconcileDocument, { input: { unit: unit.value, acts } })
    busy.value = false
    if (!outcome.ok) {
      isAway.value = away.includes(outcome.failure.kind)
      if (!isAway.value) problems.value = problemsOf(outcome.failure)
      return
    }
    const { results, userErrors } = outcome.data.reconcileDesk
    const refusal = refusalOf(userErrors)
    if (refusal) problems.value = problemsOf(refusal)
    conflicts.value = [...conflicts.value, ...results.flatMap(({ message }) => (message ? [message] : []))]
    dropActs(results.map(({ key }) => key))
    if (results.length > 0) await load()
  }

  /// Does something at the desk, with the service or, where it is away, without.
  /// @return the ticket as it is now; null when refused
  async function act(what: Omit<Act, 'key' | 'at'>): Promise<Ticket | null> {
    if (busy.value || !line.value) return null
    const whole: Act = { ...what, key: newKey(), at: new Date().toISOString() }
    problems.value = []
    if (!isAway.value && unsent.value === 0) {
      busy.value = true
      const outcome = await send(whole)
      busy.value = false
      if (outcome !== 'away') {
        await load()
        return outcome
      }
      isAway.value = true
    }
    return alone(whole)
  }

  async function send(whole: Act): Promise<Ticket | null | 'away'> {
    const { kind, key, counter: at, code, service, priority, to, ticket } = whole
    const known = { unit: unit.value, ticket: ticket ?? '', key }
    switch (kind) {
      case 'CHECK_IN':
        return ask(LineCheckInDocument, { input: { unit: unit.value, code: code ?? '', key } }, (data) => data.checkIn)
      case 'TAKE_TICKET':
        return ask(LineTakeTicketDocument, { input: { unit: unit.value, service: service ?? '', priority: priority ?? false, key } }, (data) => data.takeTicketAtDesk)
      case 'CALL':
        return ask(LineCallNextDocument, { input: { unit: unit.value, counter: at ?? '', key } }, (data) => data.callNext)
      case 'RECALL':
        return ask(LineRecallDocument, { input: known }, (data) => data.recallTicket)
      case 'PARK':
        return ask(LineParkDocument, { input: known }, (data) => data.parkTicket)
      case 'RESUME':
        return ask(LineResumeDocument, { input: { ...known, counter: at ?? null } }, (data) => data.resumeTicket)
      case 'TRANSFER':
        return ask(LineTransferDocument, { input: { ...known, counter: to ?? null, service: service ?? null } }, (data) => data.transferTicket)
      case 'COMPLETE':
        return ask(LineCompleteDocument, { input: known }, (data) => data.completeTicket)
      case 'MISS':
        return ask(LineMissDocument, { input: known }, (data) => data.missTicket)
    }
  }

  async function ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables, payloadOf: (data: Data) => Payload): Promise<Ticket | null | 'away'> {
    const outcome = await request(document, variables)
    if (!outcome.ok && away.includes(outcome.failure.kind)) return 'away'
    const refusal = outcome.ok ? refusalOf(payloadOf(outcome.data).userErrors) : outcome.failure
    if (refusal) problems.value = problemsOf(refusal, { code: 'code', service: 'service', counter: 'counter', name: 'counter-name' })
    return outcome.ok ? (payloadOf(outcome.data).ticket ?? null) : null
  }

  /// Without the service: kept on the device, done to what was last known, and brought in later under the same key.
  function alone(whole: Act): Ticket | null {
    if (!line.value) return null
    let done = whole
    if (whole.kind === 'CALL') {
      const next = nextFor(line.value, counterId.value)
      if (!next) return null
      done = { ...whole, ...ticketOf(next.id) }
    } else if (whole.ticket) done = { ...whole, ticket: null, ...ticketOf(whole.ticket) }
    if (done.kind === 'CHECK_IN' || done.kind === 'TAKE_TICKET') {
      done = { ...done, printed: counter.value ? nextPrinted(counter.value.offlinePrefix, line.value.date) : null }
    } else done = { ...done, counter: done.counter ?? (done.kind === 'RESUME' ? null : counterId.value) }
    keepAct(unit.value, done)
    line.value = afterAct(line.value, done, serviceName)
    return [...line.value.waiting, ...line.value.called].find(({ id }) => id === `act:${done.key}` || id === (done.ticket ?? `act:${done.ticketOf}`)) ?? null
  }

  return { line, failure, problems, conflicts, busy, isAway, counterId, counter, mine, unsent, load, act }
}
