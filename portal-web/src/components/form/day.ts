/// A calendar day from its parts as typed, or null when there is no such day.
/// @return yyyy-MM-dd
export function dayOf(year: string, month: string, day: string): string | null {
  const [y, m, d] = [year, month, day].map((part) => part.normalize('NFKC').trim())
  if (!/^\d{4}$/.test(y!) || !/^\d{1,2}$/.test(m!) || !/^\d{1,2}$/.test(d!)) return null
  const text = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`
  const read = new Date(`${text}T00:00:00Z`)
  // A date object takes 30 February for 1 March.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null
}

/// The same day some months later, the month's last day where that month is shorter.
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
