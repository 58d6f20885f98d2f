import type { Place } from '@/lib/location'
import { shallowRef } from 'vue'

/// The home somebody is about to save, between two pages; in memory only.
export const homeDraft = shallowRef<{ address: string; at: Place | null }>({ address: '', at: null })
