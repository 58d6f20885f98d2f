import { chooseLanguage } from '@/lib/i18n'
import { afterEach, describe, expect, it } from 'vitest'
import type { ComputedRef } from 'vue'

const files = import.meta.glob<{ words: ComputedRef<object> }>('../{features,components}/*/*words.ts', { eager: true })

function textsOf(value: unknown): [string, string][] {
  if (typeof value === 'string') return [['', value]]
  if (typeof value === 'function') return [['', String((value as (...args: unknown[]) => string)('0', '0'))]]
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner).map(([path, text]): [string, string] => [`${key}.${path}`, text]))
}

afterEach(() => chooseLanguage('zh-CN'))

it('There are pages that bring their own words', () => {
  expect(Object.keys(files).length).toBeGreaterThan(2)
})

describe.each(Object.entries(files))('The words of %s', (_, { words }) => {
  it('say the same things in both languages, each in its own', () => {
    const chinese = textsOf(words.value)
    chooseLanguage('en')
    const english = textsOf(words.value)
    expect(english.map(([path]) => path)).toEqual(chinese.map(([path]) => path))
    expect(chinese.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([])
    expect(english.filter(([, text]) => text === '' || /\p{Script=Han}/u.test(text))).toEqual([])
  })
})
