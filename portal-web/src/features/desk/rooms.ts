import { needsSignIn } from '@/lib/guards'
import { RouterView, type RouteComponent, type RouteRecordRaw } from 'vue-router'

const pages: Record<string, () => Promise<RouteComponent>> = {
  '': () => import('./LinePage.vue'),
  '/day': () => import('./DayPage.vue'),
  '/book': () => import('./BookPage.vue'),
  '/exempt': () => import('./ExemptPage.vue'),
  '/rule': () => import('./RulePage.vue'),
  '/appeals': () => import('./AppealsPage.vue'),
  '/schedules': () => import('./SchedulesPage.vue'),
  '/schedules/new': () => import('./ScheduleChangePage.vue'),
  '/schedules/:id': () => import('./SchedulePage.vue'),
  '/schedules/:id/change': () => import('./ScheduleChangePage.vue'),
  '/schedules/:id/day': () => import('./ScheduleDayPage.vue'),
  '/schedules/:id/close': () => import('./ScheduleClosePage.vue'),
  '/schedules/:id/appointments': () => import('./MassChangePage.vue'),
  '/figures': () => import('./FiguresPage.vue'),
}

export const rooms: RouteRecordRaw[] = [
  {
    path: '/line',
    component: RouterView,
    beforeEnter: needsSignIn('staff'),
    children: Object.entries(pages).map(([path, component]) => ({ path: `/line${path}`, component })),
  },
  { path: '/staff/appeals', component: () => import('./DistrictAppealsPage.vue'), beforeEnter: needsSignIn('staff') },
  // For a screen on a wall: nobody signs in there.
  { path: '/display/:facility', component: () => import('./DisplayPage.vue') },
]
