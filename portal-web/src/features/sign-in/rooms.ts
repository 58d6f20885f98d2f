import type { RouteRecordRaw } from 'vue-router'

export const rooms: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./PhonePage.vue') },
  { path: '/sign-in/code', name: 'sign-in-code', component: () => import('./CodePage.vue') },
]
