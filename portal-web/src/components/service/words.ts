import type { ServiceKind } from '@/lib/graphql/generated/graphql'
import { inBothLanguages } from '@/lib/i18n/words'

/// What kinds of service there are, for those who book and those who offer.
export const words = inBothLanguages(
  { COUNTER: '窗口办事', HEALTH: '看病体检', ROOM: '借场地', COURSE: '课程活动', HOME_VISIT: '上门服务' } satisfies Record<ServiceKind, string>,
  { COUNTER: 'At a counter', HEALTH: 'Health', ROOM: 'Courts and rooms', COURSE: 'Courses and events', HOME_VISIT: 'Help at home' },
)
