import type { DeskProxyFieldsFragment, FindResidentByPhoneMutation } from '@/lib/graphql/generated/graphql'
import { computed, shallowRef } from 'vue'
import { unitsOf } from '@/components/staff/duties'
import { useSelf } from '@/components/staff/self'

export type Found = NonNullable<FindResidentByPhoneMutation['findResidentByPhone']['resident']>

/// Who stands at the desk, and the registration being changed: in the page's memory only, never in an address.
export const found = shallowRef<Found | null>(null)
export const changing = shallowRef<DeskProxyFieldsFragment | null>(null)

/// Which of somebody's desks they sit at; they choose where there are several.
const chosenDesk = shallowRef('')

export function useDesk() {
  const { self, duties } = useSelf()
  const desks = computed(() => unitsOf(duties.value, 'FACILITY_DESK'))
  const desk = computed({
    get: () => desks.value.find(({ id }) => id === chosenDesk.value)?.id ?? desks.value[0]?.id ?? '',
    set: (id: string) => (chosenDesk.value = id),
  })
  const isKnown = computed(() => self.value !== null)
  return { desks, desk, isKnown }
}
