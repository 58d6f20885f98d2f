import { needsSignIn } from '@/lib/guards'
import type { RouteComponent, RouteRecordRaw } from 'vue-router'

const pages: Record<string, () => Promise<RouteComponent>> = {
  '': () => import('./OfferPage.vue'),
  '/new': () => import('./NewServicePage.vue'),
  '/:number/change': () => import('./ChangeServicePage.vue'),
  '/:number/close': () => import('./CloseServicePage.vue'),
}

/// What the district offers for booking, for its administrator.
export const rooms: RouteRecordRaw[] = Object.entries(pages).map(([path, component]) => ({
  path: `/staff/services${path}`,
  component,
  beforeEnter: needsSignIn('staff'),
}))
