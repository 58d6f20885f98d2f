import type { PlaceKind } from '@/lib/graphql/generated/graphql'
import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    hint: '可写小区、居委、路名或设施，中文、拼音、首字母都行。',
    button: '查地点',
    listed: (count: number) => `有 ${count} 个地点，用上下方向键选择`,
    pick: '您说的是哪一个？',
    none: (text: string) => `没有找到“${text}”。换个说法，或者写附近的小区、路名试试。`,
    empty: '请先写一个地点',
    tooLong: (limit: number) => `最多写 ${limit} 个字，请缩短后再查`,
    kinds: { NEIGHBOURHOOD: '居委', COMPOUND: '小区、片区', ROAD: '道路', FACILITY: '设施' } satisfies Record<PlaceKind, string>,
  },
  {
    hint: 'A compound, neighbourhood, road or facility; Chinese, pinyin or initials will do.',
    button: 'Find',
    listed: (count) => `${count} ${count === 1 ? 'place' : 'places'}; use the up and down arrows`,
    pick: 'Which one do you mean?',
    none: (text) => `Nothing found for “${text}”. Try other words, or a compound or road nearby.`,
    empty: 'Write a place first',
    tooLong: (limit) => `Use at most ${limit} characters; shorten it and try again`,
    kinds: { NEIGHBOURHOOD: 'Neighbourhood', COMPOUND: 'Compound or area', ROAD: 'Road', FACILITY: 'Facility' },
  },
)
