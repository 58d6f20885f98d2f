import type { RouteRecordRaw } from 'vue-router'

// One door for all pages of staff: residents, who are most visitors, need not even load their list.
export const staffRoutes: RouteRecordRaw[] = [
  {
    path: '/staff/:path(.*)*',
    name: 'staff-door',
    component: { render: () => null },
    beforeEnter: async (to) => {
      const { addStaffPages } = await import('./pages')
      addStaffPages()
      return { path: to.path, query: to.query, hash: to.hash, replace: true }
    },
  },
]
