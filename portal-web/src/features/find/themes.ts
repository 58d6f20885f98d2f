import type { Messages } from '@/lib/i18n/zh-CN'
import type { Category } from '@/lib/choices'

export type ThemeKey = keyof Messages['themes']

export interface Theme {
  key: ThemeKey
  categories: Category[]
}

const order: readonly ThemeKey[] = [
  'government',
  'health',
  'elders',
  'shopping',
  'children',
  'culture',
  'sport',
  'everyday',
]

const themeOfPrefix: Record<string, ThemeKey> = {
  GOV: 'government',
  HLT: 'health',
  PHA: 'health',
  ELD: 'elders',
  EDU: 'children',
  CUL: 'culture',
  SPT: 'sport',
  COM: 'shopping',
}

/// The needs under which people look for a category; an operator's own category is found under everyday needs.
export function groupByTheme(categories: Category[]): Theme[] {
  return order
    .map((key) => ({ key, categories: categories.filter(({ code }) => themeOf(code) === key) }))
    .filter((theme) => theme.categories.length > 0)
}

function themeOf(code: string): ThemeKey {
  return themeOfPrefix[code.split('-')[0] ?? ''] ?? 'everyday'
}
