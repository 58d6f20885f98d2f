import { describe, expect, it } from 'vitest'
import { chooseLanguage, language, messages, preferredLanguage } from '.'
import { en } from './en'
import { zh } from './zh-CN'

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String((value as (...args: unknown[]) => string)('0', '0'))]
  return Object.values(value as object).flatMap(textsOf)
}

describe('The words', () => {
  it('say the same things in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort())
  })

  it('are Chinese in Chinese, but for names and units', () => {
    const foreign = textsOf(zh).filter((text) => text !== '' && !/\p{Script=Han}|[·、0-9]/u.test(text))
    expect(foreign).toEqual(['English'])
  })

  it('hold no Chinese in English, but for the door marks and the way back', () => {
    const { themes, ...rest } = en
    expect(Object.values(themes).every(({ mark }) => mark.length === 1)).toBe(true)
    expect(textsOf(rest).filter((text) => /\p{Script=Han}/u.test(text))).toEqual(['中文'])
  })
})

describe('The language', () => {
  it('is what was chosen before', () => {
    expect(preferredLanguage('en', ['zh-CN'])).toBe('en')
    expect(preferredLanguage('zh-CN', ['en-GB'])).toBe('zh-CN')
  })

  it('is Chinese for everybody whose device asks for any Chinese', () => {
    expect(preferredLanguage(null, ['en-US', 'zh-TW'])).toBe('zh-CN')
    expect(preferredLanguage(null, [])).toBe('zh-CN')
  })

  it('is English where no Chinese is asked for, or an unknown choice was stored', () => {
    expect(preferredLanguage(null, ['fr-FR'])).toBe('en')
    expect(preferredLanguage('tlh', ['fr-FR'])).toBe('en')
  })

  it('changes the words at once', () => {
    chooseLanguage('en')
    expect([language.value, messages.value.search.button]).toEqual(['en', 'Search'])
    chooseLanguage('zh-CN')
    expect(messages.value.search.button).toBe('查找')
  })
})
