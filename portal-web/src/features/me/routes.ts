import { needsSignIn } from '@/lib/guards'
import type { RouteRecordRaw } from 'vue-router'

const own = needsSignIn('resident')

export const meRoutes: RouteRecordRaw[] = [
  { path: '/me', name: 'me', component: () => import('./MePage.vue'), beforeEnter: own },
  { path: '/me/devices', name: 'devices', component: () => import('./DevicesPage.vue'), beforeEnter: own },
  { path: '/me/messages', name: 'messages', component: () => import('./MessagesPage.vue'), beforeEnter: own },
]
