import { useAsked } from '@/lib/graphql'
import { StaffPeopleDocument, type StaffMemberFieldsFragment } from '@/lib/graphql/generated/graphql'
import { computed, shallowRef } from 'vue'
import { useRoute } from 'vue-router'

export type Member = StaffMemberFieldsFragment

// 2,000 people; whoever is further down is found by opening the list with a filter.
const mostPages = 20

/// What was last seen of each member, for the pages about one of them. Gone with the page's memory.
const seen = new Map<string, Member>()

export function remember(...members: readonly Member[]): void {
  for (const member of members) seen.set(member.id, member)
}

/// All members the person may see.
/// @param unit only those of this unit; a leader must name one
export function useMembers() {
  const { failure, loading, ask } = useAsked(StaffPeopleDocument)
  const members = shallowRef<Member[] | null>(null)

  async function load(unit: string | null = null, until: (members: Member[]) => boolean = () => false): Promise<void> {
    const found: Member[] = []
    let after: string | null = null
    for (let page = 0; page < mostPages; page++) {
      const data: Awaited<ReturnType<typeof ask>> = await ask({ first: 100, after, unit, state: null })
      if (!data) return
      found.push(...data.staffMembers.nodes)
      after = data.staffMembers.pageInfo.endCursor
      if (!data.staffMembers.pageInfo.hasNextPage || until(found)) break
    }
    remember(...found)
    members.value = found
  }

  return { members, failure, loading, load }
}

/// The member whom the page's address names; `unit` in its query says where a leader found them.
export function useMemberOfPage() {
  const route = useRoute()
  const id = String(route.params.member)
  const unit = typeof route.query.unit === 'string' ? route.query.unit : null
  const { members, failure, load } = useMembers()
  const newest = shallowRef(seen.get(id) ?? null)
  const member = computed(() => newest.value ?? members.value?.find((candidate) => candidate.id === id) ?? null)
  const isUnknown = computed(() => members.value !== null && member.value === null)
  const page = computed(() => ({ path: `/staff/people/${id}`, query: unit === null ? {} : { unit } }))

  const search = () => load(unit, (found) => found.some((candidate) => candidate.id === id))
  if (newest.value === null) void search()

  /// Asks anew: somebody else may have changed something since.
  async function renew(): Promise<void> {
    await search()
    newest.value = members.value?.find((candidate) => candidate.id === id) ?? newest.value
  }

  /// Takes what an act made of them.
  function take(changed: Member | null): void {
    if (!changed) return
    remember(changed)
    if (changed.id === id) newest.value = changed
  }

  /// Address of a page about an act on them.
  function wayTo(act: string) {
    return { path: `/staff/people/${id}/${act}`, query: page.value.query }
  }

  return { id, unit, member, isUnknown, failure, page, search, renew, take, wayTo }
}
