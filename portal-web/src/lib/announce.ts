import { ref } from 'vue'

/// What a screen reader says next, politely.
export const announcement = ref('')

export function announce(text: string): void {
  // A repeated sentence is only read again when the text differs; the trailing no-break space makes it differ.
  announcement.value = announcement.value === text ? `${text}\u00a0` : text
}
