import { needsSignIn } from '@/lib/guards'
import type { RouteRecordRaw } from 'vue-router'

const own = needsSignIn('staff')

const open: RouteRecordRaw[] = [
  { path: '/staff/sign-in', name: 'staff-sign-in', component: () => import('./SignInPage.vue') },
  { path: '/staff/sign-in/second-factor', name: 'staff-second-factor', component: () => import('./SecondFactorPage.vue') },
  { path: '/staff/sign-in/new-password', name: 'staff-new-password', component: () => import('./NewPasswordPage.vue') },
  { path: '/staff/sign-in/authenticator', name: 'staff-authenticator', component: () => import('./AuthenticatorPage.vue') },
  { path: '/staff/sign-in/return', alias: '/staff/oidc', component: () => import('./OidcReturnPage.vue') },
  { path: '/staff/invitation', alias: '/staff/welcome', component: () => import('./InvitationPage.vue') },
]

const signedIn: RouteRecordRaw[] = [
  { path: '/staff', component: () => import('./HubPage.vue') },
  { path: '/staff/account', component: () => import('./AccountPage.vue') },
  { path: '/staff/account/password', component: () => import('./MyPasswordPage.vue') },
  { path: '/staff/account/authenticator', component: () => import('./MyAuthenticatorPage.vue') },
  { path: '/staff/account/recovery-codes', component: () => import('./MyRecoveryCodesPage.vue') },
  { path: '/staff/units', component: () => import('./UnitsPage.vue') },
  { path: '/staff/units/new', component: () => import('./NewUnitPage.vue') },
  { path: '/staff/units/:unit/rename', component: () => import('./RenameUnitPage.vue') },
  { path: '/staff/units/:unit/close', component: () => import('./CloseUnitPage.vue') },
  { path: '/staff/people', component: () => import('./PeoplePage.vue') },
  { path: '/staff/people/invite', component: () => import('./InvitePage.vue') },
  { path: '/staff/people/:member', component: () => import('./MemberPage.vue') },
  { path: '/staff/people/:member/assign', component: () => import('./AssignPage.vue') },
  { path: '/staff/people/:member/duties/:duty/withdraw', component: () => import('./WithdrawPage.vue') },
  { path: '/staff/people/:member/duties/:duty/delegate', component: () => import('./DelegatePage.vue') },
  { path: '/staff/people/:member/delegations/:delegation/end', component: () => import('./EndDelegationPage.vue') },
  { path: '/staff/people/:member/suspend', component: () => import('./SuspendPage.vue') },
  { path: '/staff/people/:member/reactivate', component: () => import('./ReactivatePage.vue') },
  { path: '/staff/people/:member/hand-over', component: () => import('./HandOverPage.vue') },
  { path: '/staff/people/:member/invitation', component: () => import('./RenewInvitationPage.vue') },
  { path: '/staff/people/:member/reset', component: () => import('./ResetPage.vue') },
  { path: '/staff/audit', component: () => import('./AuditPage.vue') },
  { path: '/staff/desk', component: () => import('./DeskPage.vue') },
  { path: '/staff/desk/person', component: () => import('./DeskPersonPage.vue') },
  { path: '/staff/desk/reveal', component: () => import('./RevealPage.vue') },
  { path: '/staff/desk/register', component: () => import('./RegisterPage.vue') },
  { path: '/staff/desk/registered', component: () => import('./RegisteredPage.vue') },
  { path: '/staff/desk/registered/change', component: () => import('./ChangeProxyPage.vue') },
]

/// All pages of staff, in the place of their door.
export const rooms: RouteRecordRaw[] = [...open, ...signedIn.map((record) => ({ ...record, beforeEnter: own }))]
