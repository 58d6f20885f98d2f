import type { RouteRecordRaw } from 'vue-router'
import HomePage from './HomePage.vue'
import SearchPage from './SearchPage.vue'

export const findRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage },
  { path: '/find', name: 'search', component: SearchPage },
  { path: '/facility/:id', name: 'facility', component: () => import('./FacilityPage.vue'), props: true },
]
