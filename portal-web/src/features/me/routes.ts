import type { RouteRecordRaw } from 'vue-router'

// Replaced by the real ones, who may enter included, before it is ever shown.
export const meRoutes: RouteRecordRaw[] = [
  {
    path: '/:room(me|erasure-report)/:more(.*)*',
    name: 'me-rooms',
    component: {},
    meta: { rooms: async () => (await import('./rooms')).rooms },
  },
]
