import { useAsked } from '@/lib/graphql'
import { UnitsDocument, type UnitFieldsFragment } from '@/lib/graphql/generated/graphql'
import { shallowRef } from 'vue'

export interface Branch {
  unit: UnitFieldsFragment
  below: Branch[]
}

// A district has hundreds of units at most.
const mostPages = 20

/// All units the person may see, whichever page of the list they are on.
export function useUnits() {
  const { failure, loading, ask } = useAsked(UnitsDocument)
  const units = shallowRef<UnitFieldsFragment[] | null>(null)

  async function load(includeClosed = false): Promise<void> {
    const found: UnitFieldsFragment[] = []
    let after: string | null = null
    for (let page = 0; page < mostPages; page++) {
      const data: Awaited<ReturnType<typeof ask>> = await ask({ after, includeClosed })
      if (!data) return
      found.push(...data.units.nodes)
      after = data.units.pageInfo.endCursor
      if (!data.units.pageInfo.hasNextPage) break
    }
    units.value = found
  }

  return { units, failure, loading, load }
}

/// Units under their parents; a unit whose parent is not in the list stands by itself.
export function branchesOf(units: readonly UnitFieldsFragment[]): Branch[] {
  const known = new Set(units.map(({ id }) => id))
  const below = (parent: string | null): Branch[] =>
    units
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .map((unit) => ({ unit, below: below(unit.id) }))
  return below(null)
}
