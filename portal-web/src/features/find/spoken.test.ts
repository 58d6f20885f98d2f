import { chooseLanguage } from '@/lib/i18n'
import { beforeEach, expect, it } from 'vitest'
import { languageName, spokenLanguages } from './spoken'

beforeEach(() => chooseLanguage('zh-CN'))

it('Every language offered has a name of its own', () => {
  expect(spokenLanguages.map(languageName)).toEqual(['普通话', '上海话', '粤语', '英语', '日语', '韩语'])
})

it('Any other language is named by the browser', () => {
  expect(languageName('fr')).toBe('法语')
})

it('A tag that is none is shown as it is', () => {
  expect(languageName('<b>')).toBe('<b>')
})
