import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    hint: '写名称的头几个字，再从列出来的里面选。',
    listed: (count: number) => `有 ${count} 个设施，用上下方向键选择`,
    chosen: (name: string) => `选好了：${name}`,
  },
  {
    hint: 'Write the beginning of its name, then choose from the list.',
    listed: (count) => `${count} ${count === 1 ? 'place' : 'places'}; use the up and down arrows`,
    chosen: (name) => `Chosen: ${name}`,
  },
)
