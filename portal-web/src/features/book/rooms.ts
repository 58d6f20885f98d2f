import { needsSignIn } from '@/lib/guards'
import { RouterView, type RouteComponent, type RouteRecordRaw } from 'vue-router'

type Pages = Record<string, () => Promise<RouteComponent>>

const open: Pages = {
  '': () => import('./ServicesPage.vue'),
  '/service/:number': () => import('./ServicePage.vue'),
  '/service/:number/when': () => import('./WhenPage.vue'),
  '/service/:number/releases': () => import('./ReleasesPage.vue'),
  '/draw/:release': () => import('./DrawPage.vue'),
  '/figures': () => import('./FiguresPage.vue'),
  '/answer/:token': () => import('./AnswerPage.vue'),
}

const signedIn: Pages = {
  '/ticket': () => import('./TicketPage.vue'),
  '/slot/:slot': () => import('./WhoPage.vue'),
  '/slot/:slot/bring': () => import('./BringPage.vue'),
  '/slot/:slot/question/:question': () => import('./AskedPage.vue'),
  '/slot/:slot/check': () => import('./CheckPage.vue'),
  '/slot/:slot/lottery': () => import('./LotteryPage.vue'),
  '/release/:release': () => import('./WaitingRoomPage.vue'),
  '/slot/:slot/wait': () => import('./WaitPage.vue'),
  '/mine': () => import('./MinePage.vue'),
  '/mine/past': () => import('./PastPage.vue'),
  '/mine/attendance': () => import('./AttendancePage.vue'),
  '/mine/lotteries': () => import('./LotteriesPage.vue'),
  '/mine/tickets': () => import('./TicketsPage.vue'),
  '/mine/calendar': () => import('./FeedPage.vue'),
  '/mine/:id': () => import('./AppointmentPage.vue'),
  '/mine/:id/booked': () => import('./BookedPage.vue'),
  '/mine/:id/move': () => import('./MovePage.vue'),
  '/mine/:id/move/:slot': () => import('./MoveCheckPage.vue'),
  '/mine/:id/cancel': () => import('./CancelPage.vue'),
  '/mine/:id/slip': () => import('./SlipPage.vue'),
}

const records = (pages: Pages): RouteRecordRaw[] =>
  Object.entries(pages).map(([path, component]) => ({ path: `/book${path}`, component }))

export const rooms: RouteRecordRaw[] = [
  { path: '/book', component: RouterView, children: records(open) },
  // Short enough to be read out over the telephone, and to fit into a text message.
  { path: '/book/:number([A-Z0-9-]{2,40})', redirect: ({ params }) => `/book/service/${String(params.number)}` },
  { path: '/book/own', component: RouterView, beforeEnter: needsSignIn('resident'), children: records(signedIn) },
]
