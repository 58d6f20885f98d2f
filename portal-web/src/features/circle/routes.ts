import type { RouteRecordRaw } from 'vue-router'

export const circleRoutes: RouteRecordRaw[] = [
  { path: '/circle', name: 'circle', component: () => import('./CirclePage.vue') },
]
