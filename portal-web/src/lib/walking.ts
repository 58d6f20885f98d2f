import { sayDistance } from '@/lib/distance'
import type { WalkProfile } from '@/lib/graphql/generated/graphql'
import { messages } from '@/lib/i18n'

export const profiles: readonly WalkProfile[] = ['ADULT', 'ELDER', 'WHEELCHAIR']

export interface Walk {
  minutes: number
  metres: number
  estimated: boolean
}

/// A walk as people say it: minutes first, then metres; an estimate is named as one.
export function sayWalk({ minutes, metres, estimated }: Walk): string {
  const { walk, opening } = messages.value
  const time = estimated ? walk.estimate(minutes) : walk.minutes(minutes)
  return [time, sayDistance(metres)].join(opening.separator)
}

/// A profile in an address: its name in small letters, nothing for an adult.
export function profileIn(word: string): WalkProfile {
  return profiles.find((profile) => profile.toLowerCase() === word) ?? 'ADULT'
}

export function wordOf(profile: WalkProfile): string {
  return profile === 'ADULT' ? '' : profile.toLowerCase()
}
