import type { RouteRecordRaw } from 'vue-router'

export const planRoutes: RouteRecordRaw[] = [{ path: '/plan', name: 'plan', component: () => import('./PlanPage.vue') }]
