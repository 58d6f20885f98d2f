import type { RouteRecordRaw } from 'vue-router'

// One door for all pages of staff: residents, who are most visitors, need not even load their list.
export const staffRoutes: RouteRecordRaw[] = [
  {
    path: '/staff/:more(.*)*',
    name: 'staff-rooms',
    component: {},
    meta: { rooms: async () => (await import('./pages')).rooms },
  },
]
