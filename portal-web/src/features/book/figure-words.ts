import type { BookingFiguresBy } from '@/lib/graphql/generated/graphql'
import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    title: '预约办得怎么样',
    lead: '全区的预约，每个月公布一次：约了多少、来了多少、要等多久。',
    caption: '为了不让人认出是谁，数字取整到 5；不到 5 个人的写“无”。当月的算到昨天夜里。',
    by: '怎么分',
    bys: { MONTH: '全区合在一起', SERVICE: '按办什么分', FACILITY: '按地方分' } satisfies Record<BookingFiguresBy, string>,
    months: '看多久',
    span: (count: string) => `最近 ${count} 个月`,
    csv: '下载表格（CSV）',
  },
  {
    title: 'How appointments went',
    lead: 'Appointments in the whole district, month by month: how many were booked and kept, and how long people waited.',
    caption: 'So that nobody can be recognised, numbers are rounded to fives, and what tells of fewer than five people reads “none”. The current month is as of last night.',
    by: 'Rows',
    bys: { MONTH: 'The district as a whole', SERVICE: 'By service', FACILITY: 'By place' },
    months: 'How far back',
    span: (count: string) => `The last ${count} months`,
    csv: 'Download the table (CSV)',
  },
)
