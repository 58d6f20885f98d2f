import type { WalkToQuery } from '@/lib/graphql/generated/graphql'
import { messages } from '@/lib/i18n'
import { words } from './words'

export type Leg = NonNullable<WalkToQuery['walkRoute']>['legs'][number]

/// A part of the way in words: where along, how far, and what is met.
export function sayLeg({ name, metres, features }: Leg, sayDistance: (metres: number) => string): string {
  const t = words.value
  const distance = sayDistance(metres)
  const way = name ? t.leg(name, distance) : t.legNameless(distance)
  const met = features.map((feature) => t.legFeatures[feature]).join(messages.value.listSeparator)
  return met ? [way, met].join(messages.value.opening.separator) : way
}
