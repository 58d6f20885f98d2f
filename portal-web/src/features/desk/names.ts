import { language } from '@/lib/i18n'

/// What the service tells in both languages, in the reader's.
export function inMine({ zh, en }: { zh: string; en: string }): string {
  return language.value === 'en' ? en : zh
}
