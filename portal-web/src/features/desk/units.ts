import { useAsked } from '@/lib/graphql'
import { LineUnitsDocument, type LineUnitsQuery, type StaffRole } from '@/lib/graphql/generated/graphql'
import { calendarDay } from '@/lib/time'
import { computed, shallowRef } from 'vue'

type Duty = LineUnitsQuery['myStaffAccount']['member']['duties'][number]
export type DeskUnit = NonNullable<Duty['unit']>

/// Which of somebody's desks they sit at, kept for the visit; they choose where there are several.
const chosen = shallowRef('')

/// The desks where somebody has a duty today; a delegation may begin later.
export function useUnits(...roles: StaffRole[]) {
  const { answer, failure, loading, ask } = useAsked(LineUnitsDocument)
  const today = calendarDay(new Date())
  const units = computed(() => {
    const held = (answer.value?.myStaffAccount.member.duties ?? [])
      .filter(({ role, delegation }) => roles.includes(role) && (!delegation || (delegation.begins <= today && today <= delegation.ends)))
      .flatMap(({ unit }) => (unit?.facilityId ? [unit] : []))
    return held.filter((unit, index) => held.findIndex(({ id }) => id === unit.id) === index)
  })
  const unit = computed(() => units.value.find(({ id }) => id === chosen.value) ?? units.value[0] ?? null)
  const unitId = computed({ get: () => unit.value?.id ?? '', set: (id: string) => (chosen.value = id) })
  const leads = computed(() => (answer.value?.myStaffAccount.member.duties ?? []).some(({ role, unit: led }) => role === 'UNIT_LEADER' && led?.id === unit.value?.id))
  const isKnown = computed(() => answer.value !== null)
  void ask({})
  return { units, unit, unitId, leads, isKnown, failure, loading, retry: () => ask({}) }
}
