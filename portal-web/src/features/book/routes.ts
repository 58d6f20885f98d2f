import type { RouteRecordRaw } from 'vue-router'

// Replaced by the real ones before it is ever shown.
export const bookRoutes: RouteRecordRaw[] = [
  { path: '/book/:more(.*)*', name: 'book-rooms', component: {}, meta: { rooms: async () => (await import('./rooms')).rooms } },
]
