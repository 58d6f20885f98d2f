import type { StaffMemberFieldsFragment, StaffRole } from '@/lib/graphql/generated/graphql'
import { calendarDay } from '@/lib/time'

export type HeldDuty = StaffMemberFieldsFragment['duties'][number]
export type Delegation = NonNullable<HeldDuty['delegation']>

/// Duties that hold today: a delegation may begin later.
export function dutiesToday(member: StaffMemberFieldsFragment, today = calendarDay(new Date())): HeldDuty[] {
  return member.duties.filter(({ delegation }) => !delegation || (delegation.begins <= today && today <= delegation.ends))
}

export function has(duties: readonly HeldDuty[], role: StaffRole): boolean {
  return duties.some((duty) => duty.role === role)
}

/// Units in which somebody has a role, each once.
export function unitsOf(duties: readonly HeldDuty[], role: StaffRole): { id: string; name: string }[] {
  const units = duties.flatMap((duty) => (duty.role === role && duty.unit ? [duty.unit] : []))
  return units.filter((unit, index) => units.findIndex(({ id }) => id === unit.id) === index)
}
