import { language, messages } from '@/lib/i18n'

const zone = 'Asia/Shanghai'
const dayMs = 86_400_000

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/// Wall-clock time in Shanghai, HH:mm.
export function clockTime(instant: string): string {
  return clock.format(new Date(instant))
}

/// Calendar day in Shanghai, yyyy-MM-dd.
export function calendarDay(instant: string | Date): string {
  return calendar.format(new Date(instant))
}

/// Whole days from one calendar day to another.
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/// A day as people say it, seen from today: today, tomorrow, a weekday within the week, else a date.
export function dayName(day: string, today: string): string {
  const distance = daysBetween(today, day)
  if (distance === 0) return messages.value.opening.today
  if (distance === 1) return messages.value.opening.tomorrow
  return distance > 1 && distance < 7 ? weekday(day) : monthAndDay(day)
}

export function weekday(day: string): string {
  return format(day, { weekday: 'long' })
}

export function monthAndDay(day: string): string {
  return format(day, { month: 'short', day: 'numeric' })
}

export function wholeDate(day: string): string {
  return format(day, { year: 'numeric', month: 'long', day: 'numeric' })
}

// A calendar day is read as midnight UTC and written in UTC: no zone can shift it.
function format(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language.value, { timeZone: 'UTC', ...options }).format(new Date(day))
}

/// Day and time in Shanghai, as people say it.
export function wholeMoment(instant: string): string {
  const day = calendarDay(instant)
  const today = calendarDay(new Date())
  const said = daysBetween(day, today) === 0 ? messages.value.opening.today : day.slice(0, 4) === today.slice(0, 4) ? monthAndDay(day) : wholeDate(day)
  return `${said} ${clockTime(instant)}`
}
