import { language } from '@/lib/i18n'

/// Metres as people say them: tens below one kilometre, then kilometres with one decimal.
export function sayDistance(metres: number): string {
  const inKilometres = metres >= 995
  return new Intl.NumberFormat(language.value, {
    style: 'unit',
    unit: inKilometres ? 'kilometer' : 'meter',
    unitDisplay: language.value === 'en' ? 'short' : 'long',
    maximumFractionDigits: 1,
  }).format(inKilometres ? metres / 1000 : Math.max(10, Math.round(metres / 10) * 10))
}
