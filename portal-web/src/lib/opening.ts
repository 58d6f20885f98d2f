import type { FacilityPageQuery } from '@/lib/graphql/generated/graphql'
import { messages } from '@/lib/i18n'
import { calendarDay, clockTime, dayName, daysBetween } from '@/lib/time'

type Facility = NonNullable<FacilityPageQuery['facility']>

export type OpeningDay = Facility['hours'][number]
export type Opening = Pick<Facility, 'openNow' | 'opensAt' | 'closesAt' | 'closedToday'>

/// Whether it is open and what comes next, in the words of the chosen language.
export interface OpeningWords {
  state: 'open' | 'closed' | 'unknown'
  /// The one thing to know, for example "open until 17:00".
  headline: string
  /// When it opens again; empty when open, or not known.
  next: string
}

export function sayOpening(opening: Opening, now: Date): OpeningWords {
  if (opening.openNow === null) return { state: 'unknown', headline: messages.value.opening.unknown, next: '' }
  const today = calendarDay(now)
  return opening.openNow
    ? { state: 'open', headline: sayOpen(opening.closesAt, today), next: '' }
    : { state: 'closed', headline: sayClosed(opening.closedToday, today), next: sayNext(opening.opensAt, today) }
}

function sayOpen(closesAt: string | null, today: string): string {
  const words = messages.value.opening
  if (closesAt === null) return words.openAllDay
  const time = clockTime(closesAt)
  const days = daysBetween(today, calendarDay(closesAt))
  if (days === 0) return words.openUntil(time)
  if (days === 1) return time === '00:00' ? words.openUntil('24:00') : words.openUntilDay(words.nextDay, time)
  return words.openUntilDay(dayName(calendarDay(closesAt), today), time)
}

function sayClosed(day: Opening['closedToday'], today: string): string {
  const words = messages.value.opening
  // An answer from yesterday may still be on the screen.
  if (day?.date !== today) return words.closed
  const reason = reasonOf(day)
  return reason ? words.closedTodayFor(reason) : words.closedToday
}

function sayNext(opensAt: string | null, today: string): string {
  if (opensAt === null) return ''
  const words = messages.value.opening
  const day = calendarDay(opensAt)
  return day === today ? words.opensAt(clockTime(opensAt)) : words.opensDay(dayName(day, today), clockTime(opensAt))
}

/// Why a day differs from the week's schedule: the holiday's name or the facility's own words, else the general reason.
export function reasonOf(day: Pick<OpeningDay, 'note' | 'reason'>): string {
  return day.note ?? messages.value.reasons[day.reason]
}
