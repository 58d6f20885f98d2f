import type { WalkProfile } from '@/lib/graphql/generated/graphql'
import { recall, remember } from '@/lib/storage'
import { profileIn, wordOf } from '@/lib/walking'
import { ref } from 'vue'

/// Who walks, as last chosen on this device and kept nowhere else; an adult until somebody chose.
export const walker = ref<WalkProfile>(profileIn(recall('walker') ?? ''))

export function keepWalker(profile: WalkProfile): void {
  walker.value = profile
  remember('walker', wordOf(profile))
}
