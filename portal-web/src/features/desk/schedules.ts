import { useAsked } from '@/lib/graphql'
import { LineSchedulesDocument, type ScheduleFieldsFragment } from '@/lib/graphql/generated/graphql'
import { language, messages } from '@/lib/i18n'
import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'
import { words as t } from './schedule-words'
import { useUnits } from './units'

export interface Hours {
  byday: string[]
  opensAt: string
  closesAt: string
}

/// The schedules of the desk's facility, and the one of the page's address.
export function useSchedules() {
  const id = String(useRoute().params.id ?? '')
  const desk = useUnits('FACILITY_DESK', 'UNIT_LEADER')
  const { answer, failure: askFailure, loading, ask } = useAsked(LineSchedulesDocument)
  const facility = computed(() => desk.unit.value?.facilityId ?? '')
  const schedules = computed(() => answer.value?.schedules ?? [])
  const schedule = computed(() => schedules.value.find((one) => one.id === id) ?? null)
  const isUnknown = computed(() => answer.value !== null && schedule.value === null)
  const failure = computed(() => desk.failure.value ?? askFailure.value)
  const load = () => (facility.value ? ask({ facility: facility.value }) : desk.retry())
  watch([facility, language], () => facility.value && ask({ facility: facility.value }), { immediate: true })
  return { ...desk, id, facility, schedules, schedule, isUnknown, isAsked: computed(() => answer.value !== null), failure, loading, load }
}

export function sayLines(lines: readonly { byday: readonly number[]; opensAt: string; closesAt: string }[]): string {
  return lines
    .map(({ byday, opensAt, closesAt }) => `${byday.map((day) => t.value.weekdays[day - 1]).join(messages.value.listSeparator)} ${short(opensAt)}–${short(closesAt)}`)
    .join('\n')
}

export function sayPeriods(periods: readonly { opens: string; closes: string }[]): string {
  return periods.length === 0 ? t.value.closedDay : periods.map(({ opens, closes }) => `${short(opens)}–${short(closes)}`).join(messages.value.listSeparator)
}

export function hoursOf(schedule: ScheduleFieldsFragment | null): Hours[] {
  const lines = schedule?.lines ?? []
  if (lines.length === 0) return [{ byday: ['1', '2', '3', '4', '5'], opensAt: '09:00', closesAt: '11:30' }]
  return lines.map(({ byday, opensAt, closesAt }) => ({ byday: byday.map(String), opensAt: short(opensAt), closesAt: short(closesAt) }))
}

export function areWhole(hours: readonly Hours[]): boolean {
  return hours.length > 0 && hours.every(({ byday, opensAt, closesAt }) => byday.length > 0 && isTime(opensAt) && isTime(closesAt))
}

export function isTime(text: string): boolean {
  return /^\d\d:\d\d$/.test(text)
}

function short(time: string): string {
  return time.slice(0, 5)
}
