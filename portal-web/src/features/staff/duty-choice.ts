import type { DutyInput, StaffRole, UnitFieldsFragment, UnitKind } from '@/lib/graphql/generated/graphql'

export const roles: StaffRole[] = ['FACILITY_DESK', 'VOLUNTEER_COORDINATOR', 'MAILBOX_CLERK', 'MAILBOX_REVIEWER', 'UNIT_LEADER', 'DISTRICT_ADMIN']

const kindsOf: Record<StaffRole, UnitKind[]> = {
  DISTRICT_ADMIN: [],
  UNIT_LEADER: ['DISTRICT', 'DEPARTMENT', 'FACILITY_DESK', 'VOLUNTEER_TEAM', 'MAILBOX'],
  FACILITY_DESK: ['FACILITY_DESK'],
  VOLUNTEER_COORDINATOR: ['VOLUNTEER_TEAM'],
  MAILBOX_CLERK: ['MAILBOX', 'DEPARTMENT'],
  MAILBOX_REVIEWER: ['MAILBOX', 'DEPARTMENT'],
}

/// Units in which a role can be held; none for a role of the whole district.
export function unitsFor(role: StaffRole | null, units: readonly UnitFieldsFragment[]): UnitFieldsFragment[] {
  return role === null ? [] : units.filter(({ kind, closedAt }) => !closedAt && kindsOf[role].includes(kind))
}

export function roleIn(text: string): StaffRole | null {
  return roles.find((role) => role === text) ?? null
}

/// The duty as the service takes it; null while the unit is missing.
export function dutyInput(role: StaffRole, unit: string): DutyInput | null {
  if (role === 'DISTRICT_ADMIN') return { role }
  return unit === '' ? null : { role, unit }
}
