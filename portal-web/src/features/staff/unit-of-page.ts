import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useUnits } from './units'

/// The unit that the page's address names; null until it is known, and when there is none.
export function useUnitOfPage() {
  const { units, failure, load } = useUnits()
  const id = String(useRoute().params.unit)
  const unit = computed(() => units.value?.find((candidate) => candidate.id === id) ?? null)
  const isUnknown = computed(() => units.value !== null && unit.value === null)
  void load()
  return { unit, isUnknown, failure, load }
}
