import { inBothLanguages } from '@/lib/i18n/words'

export const notFoundWords = inBothLanguages(
  {
    title: '没有这个页面',
    text: '网址可能写错了，或者页面已经搬走。',
    home: '回到首页查找',
  },
  {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page has moved.',
    home: 'Go to the home page',
  },
)
