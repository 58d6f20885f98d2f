import { needsSignIn } from '@/lib/guards'
import { RouterView, type RouteComponent, type RouteRecordRaw } from 'vue-router'

const pages: Record<string, () => Promise<RouteComponent>> = {
  '': () => import('./LinePage.vue'),
  '/day': () => import('./DayPage.vue'),
  '/rule': () => import('./RulePage.vue'),
  '/appeals': () => import('./AppealsPage.vue'),
  '/figures': () => import('./FiguresPage.vue'),
}

export const rooms: RouteRecordRaw[] = [
  {
    path: '/line',
    component: RouterView,
    beforeEnter: needsSignIn('staff'),
    children: Object.entries(pages).map(([path, component]) => ({ path: `/line${path}`, component })),
  },
  // For a screen on a wall: nobody signs in there.
  { path: '/display/:facility', component: () => import('./DisplayPage.vue') },
]
