import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    free: (count: string) => `剩 ${count} 个`,
    notYet: (when: string) => `${when} 放号`,
    dayFree: (count: string) => `还有 ${count} 个`,
    dayFull: '约满了',
    dayNotYet: '还没放号',
    noDays: '这几天没有安排。',
  },
  {
    free: (count: string) => `${count} left`,
    notYet: (when: string) => `opens ${when}`,
    dayFree: (count: string) => `${count} left`,
    dayFull: 'full',
    dayNotYet: 'not open yet',
    noDays: 'Nothing is planned for these days.',
  },
)
