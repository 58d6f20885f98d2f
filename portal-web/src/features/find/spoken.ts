import { language } from '@/lib/i18n'

/// A language's name in the chosen language; the tag itself where the browser knows no name.
export function languageName(tag: string): string {
  return new Intl.DisplayNames(language.value, { type: 'language', fallback: 'code' }).of(tag) ?? tag
}
