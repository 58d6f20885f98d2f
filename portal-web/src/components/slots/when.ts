import type { SlotState } from '@/lib/graphql/generated/graphql'
import { language, messages } from '@/lib/i18n'
import { calendarDay, clockTime, daysBetween, monthAndDay, weekday } from '@/lib/time'

export interface Span {
  startsAt: string
  endsAt: string
}

/// A day so that nobody mistakes it: date and weekday, and that it is today or tomorrow.
export function sayDay(day: string, now = new Date()): string {
  const { today, tomorrow } = messages.value.opening
  const distance = daysBetween(calendarDay(now), day)
  const near = distance === 0 ? today : distance === 1 ? tomorrow : ''
  const date = language.value === 'en' ? `${weekday(day)} ${monthAndDay(day)}` : `${monthAndDay(day)} ${weekday(day)}`
  return near ? `${date} (${near})` : date
}

export function sayHours({ startsAt, endsAt }: Span): string {
  return `${clockTime(startsAt)}–${clockTime(endsAt)}`
}

export function saySpan(span: Span): string {
  return `${sayDay(calendarDay(span.startsAt))} ${sayHours(span)}`
}

/// The calendar day some days after another, yyyy-MM-dd.
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/// A span that can be booked, as those who choose one see it.
export interface Times extends Span {
  id: string
  state: SlotState
  free: number
  resource: string
  releasesAt: string
}

/// Slots that begin at the same time at interchangeable counters are one to a resident: the first that is free, else the first.
export function oneAtATime<Slot extends Span & { state: string }>(slots: readonly Slot[]): Slot[] {
  const best = new Map<string, Slot>()
  for (const slot of slots) {
    const before = best.get(slot.startsAt)
    if (!before || (before.state !== 'FREE' && slot.state === 'FREE')) best.set(slot.startsAt, slot)
  }
  return [...best.values()]
}

/// Slots by calendar day, in order of time.
export function byDay<Slot extends Span>(slots: readonly Slot[]): [string, Slot[]][] {
  const days = new Map<string, Slot[]>()
  for (const slot of slots) {
    const day = calendarDay(slot.startsAt)
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b))
}

const longestHireMs = 4 * 3_600_000

/// Where a hire of a court or room may end that begins with a slot: after it, or after the free ones that follow without a gap.
export function endsAfter<Slot extends Span & { schedule: string; state: string }>(first: Slot, slots: readonly Slot[]): string[] {
  const same = slots.filter(({ schedule, state }) => schedule === first.schedule && state === 'FREE')
  const ends = [first.endsAt]
  for (;;) {
    const last = ends.at(-1)!
    const next = same.find(({ startsAt }) => Date.parse(startsAt) === Date.parse(last))
    if (!next || Date.parse(next.endsAt) - Date.parse(first.startsAt) > longestHireMs) return ends
    ends.push(next.endsAt)
  }
}
