import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    back: '返回我的近邻',
    title: '消息',
    loading: '正在打开…',
    unread: (count: number) => `有 ${count} 条没看`,
    noneUnread: '都看过了',
    readAll: '全部标为看过',
    allRead: '全部标为看过了',
    ways: '怎么通知我',
    fresh: '新',
    open: '去看看',
    none: '还没有消息。办事有了回音，会出现在这里。',
    more: '再看一些',
    listed: (count: number) => `已列出 ${count} 条`,
  },
  {
    back: 'Back to My Jinlin',
    title: 'Messages',
    loading: 'Opening…',
    unread: (count: number) => `${count} unread`,
    noneUnread: 'You have read everything',
    readAll: 'Mark all as read',
    allRead: 'All marked as read',
    ways: 'How you hear from us',
    fresh: 'New',
    open: 'Take a look',
    none: 'No messages yet. Answers and reminders will appear here.',
    more: 'Show more',
    listed: (count: number) => `${count} messages shown`,
  },
)
