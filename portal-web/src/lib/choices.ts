import { request, type Failure } from '@/lib/graphql'
import { SearchChoicesDocument, type SearchChoicesQuery } from '@/lib/graphql/generated/graphql'
import { language, type Language } from '@/lib/i18n'
import { ref, watch } from 'vue'

export type Category = SearchChoicesQuery['categories'][number]

/// Categories and sub-districts in the chosen language. They change a few times a year: asked for once a visit.
export const choices = ref<SearchChoicesQuery>({ categories: [], subdistricts: [] })
export const choicesFailure = ref<Failure | null>(null)

const known = new Map<Language, SearchChoicesQuery>()

export async function loadChoices(): Promise<void> {
  const wanted = language.value
  const before = known.get(wanted)
  if (before) {
    choices.value = before
    return
  }
  const outcome = await request(SearchChoicesDocument, {})
  if (wanted !== language.value) return
  choicesFailure.value = outcome.ok ? null : outcome.failure
  if (!outcome.ok) return
  known.set(wanted, outcome.data)
  choices.value = outcome.data
}

watch(language, loadChoices)

export function categoryName(code: string): string {
  return choices.value.categories.find((category) => category.code === code)?.name ?? code
}

export function subdistrictName(code: string): string {
  return choices.value.subdistricts.find((subdistrict) => subdistrict.code === code)?.name ?? code
}
