import { computed, type ComputedRef } from 'vue'
import { language } from '.'
import type { Widened } from './zh-CN'

/// Words that a page brings along instead of burdening the first visit: the same keys and parameters in both languages.
export function inBothLanguages<Words>(zh: Words, en: Widened<Words>): ComputedRef<Widened<Words>> {
  return computed(() => (language.value === 'en' ? en : (zh as Widened<Words>)))
}
