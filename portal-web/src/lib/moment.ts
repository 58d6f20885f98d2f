import { calendarDay, clockTime, dayName } from '@/lib/time'

/// The Shanghai wall clock of an instant as a `datetime-local` field takes it.
export function inShanghai(instant: Date): string {
  return `${calendarDay(instant)}T${clockTime(instant.toISOString())}`
}

/// A Shanghai wall-clock moment as people say it.
export function sayMoment(moment: string, now: Date): string {
  const [day = '', time = ''] = moment.split('T')
  return `${dayName(day, calendarDay(now))} ${time}`
}

/// Whether a text is a Shanghai wall-clock moment, yyyy-MM-ddTHH:mm.
export function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) && !Number.isNaN(Date.parse(instantOf(text)))
}

/// The instant of a Shanghai wall-clock moment, RFC 3339.
export function instantOf(moment: string): string {
  return `${moment}:00+08:00`
}
