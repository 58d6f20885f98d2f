import { language, messages } from '@/lib/i18n'
import type { Messages } from '@/lib/i18n/zh-CN'

type Known = keyof Messages['languages']

/// Languages to filter by. Browsers lack names for some of them in Chinese, so the portal brings its own.
export const spokenLanguages = ['zh', 'wuu', 'zh-yue', 'en', 'ja', 'ko'] as const satisfies readonly Known[]

/// A language's name in the chosen language; the tag itself where nobody knows a name for it.
export function languageName(tag: string): string {
  const own: Partial<Record<string, string>> = messages.value.languages
  return own[tag] ?? nameByBrowser(tag)
}

function nameByBrowser(tag: string): string {
  const names = new Intl.DisplayNames(language.value, { type: 'language', fallback: 'code' })
  try {
    return names.of(tag) ?? tag
  } catch (error) {
    // An address can hold anything, and a tag that is none is shown as it is.
    if (error instanceof RangeError) return tag
    throw error
  }
}
