import type { PlanGridQuery, SummaryFieldsFragment } from '@/lib/graphql/generated/graphql'
import { language } from '@/lib/i18n'

export type Summary = SummaryFieldsFragment
export type Cell = NonNullable<PlanGridQuery['coverage']>['grid'][number]

/// A share, 0 to 1, in per cent with at most one decimal; a dash where nobody is counted.
export function sayShare(share: number | null): string {
  return share === null ? '–' : inLanguage({ style: 'percent', maximumFractionDigits: 1 }).format(share)
}

export function sayNumber(number: number): string {
  return inLanguage({ maximumFractionDigits: 1 }).format(number)
}

/// A change with its sign, so that better and worse are told without colour.
export function sayChange(change: number): string {
  return change === 0 ? '0' : inLanguage({ maximumFractionDigits: 1, signDisplay: 'always' }).format(change)
}

/// The change of a share in percentage points, to one decimal; null where one of the two is unknown.
export function pointsBetween(now: number | null, then: number | null): number | null {
  // Adding zero turns a negative zero into none.
  return now === null || then === null ? null : Math.round((then - now) * 1000) / 10 + 0
}

/// Levels of the map: within the promise, up to twice the promise, longer, and some beyond an hour.
export const levels = [0, 1, 2, 3] as const
export type Level = (typeof levels)[number]

export function levelOf({ minutes }: Pick<Cell, 'minutes'>, promise: number): Level {
  if (minutes === null) return 3
  return minutes <= promise ? 0 : minutes <= 2 * promise ? 1 : 2
}

export interface LevelCount {
  level: Level
  squares: number
  residents: number
}

export function countLevels(cells: Cell[], promise: number): LevelCount[] {
  const counts = levels.map((level): LevelCount => ({ level, squares: 0, residents: 0 }))
  for (const cell of cells) {
    const count = counts[levelOf(cell, promise)]!
    count.squares += 1
    count.residents += cell.residents
  }
  return counts
}

function inLanguage(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(language.value, options)
}
