import type { RouteLocationRaw } from 'vue-router'
import { emptyCriteria, writeCriteria } from './criteria'
import type { Suggestion } from '@/components/facility/suggestions'

/// Where a chosen suggestion leads: the facility itself, or everything of the category.
export function targetOf(suggestion: Suggestion): RouteLocationRaw {
  return suggestion.facilityId === null
    ? { name: 'search', query: writeCriteria({ ...emptyCriteria(), categories: [suggestion.category.code] }) }
    : { name: 'facility', params: { id: suggestion.facilityId } }
}
