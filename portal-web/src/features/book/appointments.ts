import { useAsked } from '@/lib/graphql'
import { MyAppointmentsDocument, type MyAppointmentsQuery } from '@/lib/graphql/generated/graphql'
import { computed, shallowRef } from 'vue'

const pageSize = 20

/// One's own appointments and those of people one acts for, by pages.
export function useAppointments(past: boolean) {
  const { answer, failure, loading, ask } = useAsked(MyAppointmentsDocument)
  const listed = shallowRef<MyAppointmentsQuery['myAppointments']['edges']>([])
  const isLoaded = computed(() => answer.value !== null)
  const hasMore = computed(() => answer.value?.myAppointments.pageInfo.hasNextPage ?? false)

  async function load(): Promise<void> {
    const data = await ask({ past, first: pageSize, after: null })
    if (data) listed.value = data.myAppointments.edges
  }

  async function more(): Promise<void> {
    const data = await ask({ past, first: pageSize, after: answer.value?.myAppointments.pageInfo.endCursor ?? null })
    if (data) listed.value = [...listed.value, ...data.myAppointments.edges]
  }

  return { listed, isLoaded, hasMore, failure, loading, load, more }
}
