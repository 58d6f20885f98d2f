import { useAsked } from '@/lib/graphql'
import { StaffHubDocument } from '@/lib/graphql/generated/graphql'
import { computed } from 'vue'
import { dutiesToday, has } from './duties'

/// The member of staff whose page it is, and what they may do today. Only for what the page offers: the service decides.
export function useSelf() {
  const { answer, ask } = useAsked(StaffHubDocument)
  void ask({})
  const self = computed(() => answer.value?.myStaffAccount.member ?? null)
  const duties = computed(() => (self.value ? dutiesToday(self.value) : []))
  const isAdmin = computed(() => has(duties.value, 'DISTRICT_ADMIN'))
  return { self, duties, isAdmin }
}
