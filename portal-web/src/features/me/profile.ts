import { useAct } from '@/components/form/act'
import { announce } from '@/lib/announce'
import { useAsked } from '@/lib/graphql'
import { MyProfileDocument, SaveProfileDocument, type UpdateProfileInput } from '@/lib/graphql/generated/graphql'
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useConsent } from './consent'
import { words as t } from './own-words'

/// One question about oneself: what was answered so far, and saving the new answer. Nothing of it is kept without the
/// agreement to the account, so every such page may have to ask for it.
export function useProfile() {
  const router = useRouter()
  const { answer, failure, loading, ask } = useAsked(MyProfileDocument)
  const form = useAct()
  const consent = useConsent('BASIC_SERVICE')
  const me = computed(() => answer.value?.me ?? null)

  /// Leads back to the profile when it is saved.
  /// @return whether it was
  async function save(input: UpdateProfileInput, fieldId: string): Promise<boolean> {
    if (!(await consent.settle(form))) return false
    const fields = Object.fromEntries(Object.keys(input).map((name) => [name, fieldId]))
    const done = await form.act(SaveProfileDocument, { input }, (data) => data.updateProfile, fields)
    if (!done) return false
    announce(t.value.saved)
    await router.push('/me/profile')
    return true
  }

  return { me, failure, loading, ask, save, basic: consent.state, basicNeeded: consent.needed, basicAgreed: consent.agreed, ...form }
}
