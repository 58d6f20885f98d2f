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
