export type Shortcut = 'next' | 'again' | 'done' | 'park' | 'miss' | 'checkIn' | 'walkIn'

/// Letters to press with Alt: alone they would be in the way of typing, and of who speaks to the computer.
export const shortcuts: Record<Shortcut, string> = { next: 'N', again: 'A', done: 'K', park: 'P', miss: 'X', checkIn: 'I', walkIn: 'W' }

/// By the key's place, not by what it types: with Alt a Mac types other signs.
export function shortcutOf({ altKey, ctrlKey, metaKey, code }: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'code'>): Shortcut | null {
  if (!altKey || ctrlKey || metaKey) return null
  return (Object.keys(shortcuts) as Shortcut[]).find((shortcut) => code === `Key${shortcuts[shortcut]}`) ?? null
}
