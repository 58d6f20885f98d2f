import { language } from '@/lib/i18n'

/// A language's name in the chosen language; the tag itself where the browser knows no name for it.
export function languageName(tag: string): string {
  const names = new Intl.DisplayNames(language.value, { type: 'language', fallback: 'code' })
  try {
    return names.of(withoutExtendedLanguage(tag)) ?? tag
  } catch (error) {
    // An address can hold anything, and a tag that is none is shown as it is.
    if (error instanceof RangeError) return tag
    throw error
  }
}

// BCP 47 allows zh-yue and prefers yue (section 4.5); browsers know names for the preferred form alone.
function withoutExtendedLanguage(tag: string): string {
  return tag.replace(/^[a-z]{2,3}-([a-z]{3})(?=-|$)/i, '$1')
}
