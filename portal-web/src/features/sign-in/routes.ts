import type { RouteRecordRaw } from 'vue-router'

// Replaced by the real ones before it is ever shown.
export const signInRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in/:more(.*)*',
    name: 'sign-in-rooms',
    component: {},
    meta: { rooms: async () => (await import('./rooms')).rooms },
  },
]
