import { language, messages } from '@/lib/i18n'

/// Metres as people say them: tens below one kilometre, then kilometres with one decimal.
export function sayDistance(metres: number): string {
  const inKilometres = metres >= 995
  const number = inKilometres ? metres / 1000 : Math.max(10, Math.round(metres / 10) * 10)
  const { kilometres, metres: inMetres } = messages.value.units
  const said = new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 }).format(number)
  return inKilometres ? kilometres(said) : inMetres(said)
}
