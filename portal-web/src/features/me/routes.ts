import { needsSignIn } from '@/lib/guards'
import type { RouteRecordRaw } from 'vue-router'

const rooms = async () => (await import('./rooms')).rooms

// Each is replaced by the real ones before it is ever shown.
const nothing = { render: () => null }

export const meRoutes: RouteRecordRaw[] = [
  { path: '/me/:more(.*)*', name: 'me-rooms', component: nothing, meta: { rooms }, beforeEnter: needsSignIn('resident') },
  { path: '/erasure-report', name: 'erasure-report', component: () => import('./ErasureReportPage.vue') },
]
