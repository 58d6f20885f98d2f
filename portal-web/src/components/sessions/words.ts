import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    thisOne: '（就是这一台）',
    seen: (moment: string, address: string) => `最近用过：${moment}，网络地址 ${address}`,
    end: '退出',
    ofDevice: (device: string) => `（${device}这一台）`,
    endAll: '全部退出，包括这一台',
  },
  {
    thisOne: '(this one)',
    seen: (moment: string, address: string) => `Last used ${moment}, from ${address}`,
    end: 'Sign out',
    ofDevice: (device: string) => `: ${device}`,
    endAll: 'Sign out everywhere, here too',
  },
)
