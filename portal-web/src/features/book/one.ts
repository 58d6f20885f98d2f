import { useAsked } from '@/lib/graphql'
import { MyAppointmentDocument, type AppointmentFieldsFragment } from '@/lib/graphql/generated/graphql'
import { language } from '@/lib/i18n'
import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'
import { words as t } from './mine-words'

/// The appointment whose page it is.
export function useOne() {
  const id = String(useRoute().params.id)
  const { answer, failure, loading, ask } = useAsked(MyAppointmentDocument)
  const appointment = computed(() => answer.value?.myAppointment ?? null)
  const isUnknown = computed(() => answer.value !== null && appointment.value === null)
  const load = () => ask({ id })
  watch(language, load, { immediate: true })
  return { id, appointment, isUnknown, failure, loading, load }
}

/// Whose appointment it is, where it is not plainly one's own.
export function sayWhose({ personName, madeByAnother }: Pick<AppointmentFieldsFragment, 'personName' | 'madeByAnother'>): string {
  if (personName) return t.value.forPerson(personName)
  return madeByAnother ? t.value.byOther : ''
}
