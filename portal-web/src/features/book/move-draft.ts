import { newKey } from '@/components/form/key'

let key = { slot: '', key: '' }

/// One key for moving to a slot, also when it is sent again after a lost answer.
export function moveKey(slot: string): string {
  if (key.slot !== slot) key = { slot, key: newKey() }
  return key.key
}
