import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    backToMe: '返回我的近邻',
    back: '返回',
    loading: '正在打开…',
    more: '再看一些',
    listed: (count: string) => `已列出 ${count} 条`,
    save: '保存',
    saved: '已保存',
    agree: '我看过了，同意',
    agreeNeeded: '要先同意，我们才能保存',
    withdrawal: '以后想收回，',
    sensitive: '这是敏感信息，只在您同意后才记。',
  },
  {
    backToMe: 'Back to My Jinlin',
    back: 'Back',
    loading: 'Opening…',
    more: 'Show more',
    listed: (count: string) => `${count} shown`,
    save: 'Save',
    saved: 'Saved',
    agree: 'I have read this and agree',
    agreeNeeded: 'Agree first; only then may we keep it',
    withdrawal: 'If you take it back later: ',
    sensitive: 'This is sensitive; it is kept only if you agree.',
  },
)
