import { circleRoutes } from '@/features/circle/routes'
import { findRoutes } from '@/features/find/routes'
import { planRoutes } from '@/features/plan/routes'
import { countNavigation } from '@/lib/navigation'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /// The routes that take this one's place once they are there.
    rooms?: () => Promise<RouteRecordRaw[]>
  }
}

// Replaced by the real ones, who may enter included, before it is ever shown.
const rooms: RouteRecordRaw = {
  path: '/:room(book|display|erasure-report|line|me|sign-in|staff)/:more(.*)*',
  name: 'rooms',
  component: {},
  meta: { rooms: async () => (await import('@/rooms')).rooms },
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [...findRoutes, ...circleRoutes, ...planRoutes, rooms, { path: '/:path(.*)*', name: 'missing', component: () => import('@/components/NotFoundPage.vue') }],
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    // A changed filter is the same page: the reader stays where they are.
    return to.path === from.path ? false : { top: 0 }
  },
})

// Rooms that only some visitors enter bring their routes along when one of them is asked for.
router.beforeEach(async ({ meta, name, fullPath }) => {
  if (!meta.rooms || !name) return true
  const rooms = await meta.rooms()
  router.removeRoute(name)
  rooms.forEach((room) => router.addRoute(room))
  return fullPath
})

router.afterEach((to, from) => {
  if (to.path !== from.path || from.matched.length === 0) countNavigation()
})
