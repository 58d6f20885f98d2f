import NotFoundPage from '@/components/NotFoundPage.vue'
import { circleRoutes } from '@/features/circle/routes'
import { findRoutes } from '@/features/find/routes'
import { meRoutes } from '@/features/me/routes'
import { planRoutes } from '@/features/plan/routes'
import { signInRoutes } from '@/features/sign-in/routes'
import { staffRoutes } from '@/features/staff/routes'
import { countNavigation } from '@/lib/navigation'
import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory(),
  routes: [...findRoutes, ...circleRoutes, ...planRoutes, ...signInRoutes, ...staffRoutes, ...meRoutes, { path: '/:path(.*)*', name: 'missing', component: NotFoundPage }],
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    // A changed filter is the same page: the reader stays where they are.
    return to.path === from.path ? false : { top: 0 }
  },
})

router.afterEach((to, from) => {
  if (to.path !== from.path || from.matched.length === 0) countNavigation()
})
