import { monthsLater } from '@/components/form/day'
import { calendarDay } from '@/lib/time'
import { ref } from 'vue'

/// For how many months somebody may let another act; the longest is what the law of the house allows.
export const spans = ['1', '3', '6', '12'] as const

/// An invitation between its pages; in memory only.
export const inviteDraft = ref(blank())

/// What the invitation came to, for the page that says so.
export const invited = ref<{ maskedPhone: string | null; endsOn: string } | null>(null)

/// A child to be registered, between its pages; in memory only.
export const childDraft = ref({ name: '', birthDate: '' as string | null, relation: '' })

export function forgetInvite(): void {
  inviteDraft.value = blank()
}

/// The last day of a span that begins today.
export function lastDayOf(months: string | undefined): string {
  return monthsLater(calendarDay(new Date()), Number(months))
}

function blank() {
  return { relation: '', phone: '', scopes: [] as string[], months: [] as string[] }
}
