import { needsSignIn } from '@/lib/guards'
import { RouterView, type RouteComponent, type RouteRecordRaw } from 'vue-router'

const pages: Record<string, () => Promise<RouteComponent>> = {
  '': () => import('./MePage.vue'),
  '/profile': () => import('./ProfilePage.vue'),
  '/profile/name': () => import('./NamePage.vue'),
  '/profile/birth-date': () => import('./BirthDatePage.vue'),
  '/profile/needs': () => import('./NeedsPage.vue'),
  '/profile/display': () => import('./DisplayPage.vue'),
  '/home': () => import('./HomePage.vue'),
  '/home/place': () => import('./HomePlacePage.vue'),
  '/home/address': () => import('./HomeAddressPage.vue'),
  '/family': () => import('./FamilyPage.vue'),
  '/family/invite': () => import('./InvitePage.vue'),
  '/family/invite/may': () => import('./InviteScopesPage.vue'),
  '/family/invite/until': () => import('./InviteUntilPage.vue'),
  '/family/invite/check': () => import('./InviteCheckPage.vue'),
  '/family/invite/done': () => import('./InviteDonePage.vue'),
  '/family/child': () => import('./ChildPage.vue'),
  '/family/child/check': () => import('./ChildCheckPage.vue'),
  '/family/renew/:id': () => import('./RenewPage.vue'),
  '/consents': () => import('./ConsentsPage.vue'),
  '/seen': () => import('./SeenPage.vue'),
  '/data': () => import('./DataPage.vue'),
  '/data/erase': () => import('./ErasePage.vue'),
  '/data/erase/check': () => import('./EraseCheckPage.vue'),
  '/messages': () => import('./MessagesPage.vue'),
  '/messages/ways': () => import('./WaysPage.vue'),
  '/messages/mail': () => import('./MailPage.vue'),
  '/messages/mail/code': () => import('./MailCodePage.vue'),
  '/devices': () => import('./DevicesPage.vue'),
  '/phone': () => import('./NewPhonePage.vue'),
  '/phone/codes': () => import('./PhoneCodesPage.vue'),
}

// Children of one door, so that the header's link to it is marked in each of them.
export const rooms: RouteRecordRaw[] = [
  {
    path: '/me',
    component: RouterView,
    beforeEnter: needsSignIn('resident'),
    children: Object.entries(pages).map(([path, component]) => ({ path: `/me${path}`, component })),
  },
  // For whoever has the receipt: after an erasure nobody is left to sign in.
  { path: '/erasure-report', component: () => import('./ErasureReportPage.vue') },
]
