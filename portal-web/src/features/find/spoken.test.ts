import { chooseLanguage } from '@/lib/i18n'
import { expect, it } from 'vitest'
import { spokenLanguages } from './criteria'
import { languageName } from './spoken'

it('Every language offered has a name in both languages', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    chooseLanguage(language)
    expect(spokenLanguages.filter((tag) => languageName(tag) === tag)).toEqual([])
  }
  expect(languageName('zh-yue')).toBe('Cantonese')
})

it('A tag that is none is shown as it is', () => {
  expect(languageName('<b>')).toBe('<b>')
})
