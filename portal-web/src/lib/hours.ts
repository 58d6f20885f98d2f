import { facilityWords } from '@/lib/facility-words'
import { messages } from '@/lib/i18n'
import type { OpeningDay } from './opening'

type Period = OpeningDay['periods'][number]

/// One day's spans of opening as text, for example "08:30 – 11:30, 13:00 – 17:00".
export function sayPeriods(periods: Period[]): string {
  const words = facilityWords.value
  return periods.length === 0 ? words.closed : periods.map(sayPeriod).join(messages.value.listSeparator)
}

function sayPeriod({ opens, closes }: Period): string {
  const words = facilityWords.value
  if (opens === '00:00' && closes === '24:00') return words.allDay
  return `${opens} – ${closes <= opens ? words.nextDay(closes) : closes}`
}
