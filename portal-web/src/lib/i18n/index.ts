import { recall, remember } from '@/lib/storage'
import { computed, ref, watchEffect } from 'vue'
import { en } from './en'
import { zh, type Messages } from './zh-CN'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const dictionaries: Record<Language, Messages> = { 'zh-CN': zh, en }

export const language = ref<Language>(preferredLanguage(recall('language'), navigator.languages))

watchEffect(() => {
  document.documentElement.lang = language.value
})

export function chooseLanguage(chosen: Language): void {
  language.value = chosen
  remember('language', chosen)
}

/// A choice made before wins; else English only for somebody whose device asks for no Chinese at all.
export function preferredLanguage(chosen: string | null, accepted: readonly string[]): Language {
  const known = languages.find((candidate) => candidate === chosen)
  if (known) return known
  const readsChinese = accepted.some((tag) => tag.toLowerCase().startsWith('zh'))
  return readsChinese || accepted.length === 0 ? 'zh-CN' : 'en'
}

/// The words of the chosen language; a key or a parameter that is missing in one of them fails the type check.
export const messages = computed(() => dictionaries[language.value])
