import { announce } from '@/lib/announce'
import { ownPath } from '@/lib/own-path'
import { onMounted } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { sentBack, ticket } from './sign-in'
import { words as t } from './sign-in-words'

/// A page in the middle of a sign-in: where it began, where it ends, and what to do when its ticket is over.
export function useStep() {
  const route = useRoute()
  const router = useRouter()
  const start = { name: 'staff-sign-in', query: route.query }

  onMounted(() => {
    // Reloaded, or opened by its address: there is nothing to go on with.
    if (ticket.value === '') void router.replace(start)
  })

  function beginAnew(): void {
    ticket.value = ''
    sentBack.value = 'over'
    void router.replace(start)
  }

  function welcome(): void {
    announce(t.value.welcome)
    void router.replace(ownPath(route.query.next) ?? '/staff')
  }

  return { start, beginAnew, welcome }
}
