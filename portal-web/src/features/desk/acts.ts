import type { DeskActInput, DeskLineQuery, LineTicketFragment } from '@/lib/graphql/generated/graphql'

export type Line = DeskLineQuery['deskLine']
export type Ticket = LineTicketFragment
export type Act = DeskActInput

/// A ticket that was drawn without a connection is called by the key of the act that drew it, until the service knows it.
const local = 'act:'

export function localId(key: string): string {
  return local + key
}

/// Names the ticket of an act as the service can understand it.
export function ticketOf(id: string): Pick<Act, 'ticket' | 'ticketOf'> {
  return id.startsWith(local) ? { ticketOf: id.slice(local.length) } : { ticket: id }
}

function idOf({ ticket, ticketOf: key }: Act): string {
  return ticket ?? (key ? localId(key) : '')
}

/// What a counter makes of the line while nobody tells it better: the same acts, done to what was last known.
/// @param serviceName of a service by its number
export function afterAct(line: Line, act: Act, serviceName: (number: string) => string): Line {
  const all = [...line.waiting, ...line.called, ...line.parked]
  const ticket = all.find(({ id }) => id === idOf(act))
  const without = (tickets: readonly Ticket[]) => tickets.filter((one) => one !== ticket)
  const rest = { ...line, waiting: without(line.waiting), called: without(line.called), parked: without(line.parked) }
  const counter = line.counters.find(({ id }) => id === (act.kind === 'TRANSFER' ? act.to : act.counter)) ?? null
  switch (act.kind) {
    case 'CHECK_IN':
    case 'TAKE_TICKET':
      return placed({ ...line, waiting: [...line.waiting, drawn(act, serviceName)] })
    case 'CALL':
      return ticket ? placed({ ...rest, called: [...rest.called, { ...ticket, state: 'CALLED', counter, calledAt: act.at, calls: 1 }] }) : line
    case 'RECALL':
      return ticket ? { ...line, called: line.called.map((one) => (one === ticket ? { ...one, calls: one.calls + 1 } : one)) } : line
    case 'PARK':
      return ticket ? placed({ ...rest, parked: [...rest.parked, { ...ticket, state: 'PARKED', counter: null }] }) : line
    case 'RESUME':
      if (!ticket) return line
      return act.counter
        ? placed({ ...rest, called: [...rest.called, { ...ticket, state: 'CALLED', counter, calledAt: act.at, calls: 1 }] })
        : placed({ ...rest, waiting: [{ ...ticket, state: 'WAITING', counter: null }, ...rest.waiting] })
    case 'TRANSFER':
      return ticket ? placed({ ...rest, waiting: [{ ...ticket, state: 'WAITING', counter, calls: 0 }, ...rest.waiting] }) : line
    case 'COMPLETE':
    case 'MISS':
      return placed(rest)
  }
}

/// Places as they stand now; how long it will take nobody here can say.
function placed(line: Line): Line {
  return {
    ...line,
    waiting: line.waiting.map((ticket, index) => ({ ...ticket, place: index + 1, expectedWait: null })),
    called: line.called.map((ticket) => ({ ...ticket, place: null, expectedWait: null })),
    parked: line.parked.map((ticket) => ({ ...ticket, place: null, expectedWait: null })),
  }
}

function drawn(act: Act, serviceName: (number: string) => string): Ticket {
  return {
    id: localId(act.key),
    number: act.printed ?? '',
    lane: act.kind === 'CHECK_IN' ? 'BOOKED' : act.priority ? 'PRIORITY' : 'WALK_IN',
    state: 'WAITING',
    service: act.service ?? '',
    serviceName: act.service ? serviceName(act.service) : '',
    takenAt: act.at,
    dueAt: act.at,
    counter: null,
    calledAt: null,
    calls: 0,
    place: null,
    expectedWait: null,
    appointmentNumber: act.code ?? null,
    maskedName: null,
  }
}

/// Who would be next at a counter: the first who waits for no other counter and whose matter it serves.
export function nextFor(line: Line, counterId: string): Ticket | null {
  const served = line.counters.find(({ id }) => id === counterId)?.services ?? []
  return (
    line.waiting.find(
      ({ counter, service }) => (counter === null || counter.id === counterId) && (served.length === 0 || service === '' || served.includes(service)),
    ) ?? null
  )
}
