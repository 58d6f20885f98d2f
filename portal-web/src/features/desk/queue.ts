import { recall, remember } from '@/lib/storage'
import { shallowRef } from 'vue'
import type { Act } from './acts'

interface Kept {
  unit: string
  acts: Act[]
}

/// Acts of a desk that nobody but this device knows yet; they outlast a reload and a power cut.
export const waitingActs = shallowRef<Kept>(read(recall('deskActs')))

export function keepAct(unit: string, act: Act): void {
  const { unit: before, acts } = waitingActs.value
  save({ unit, acts: before === unit ? [...acts, act] : [act] })
}

/// Those that were brought in are no longer waiting; whatever was done meanwhile is.
export function dropActs(brought: readonly string[]): void {
  save({ ...waitingActs.value, acts: waitingActs.value.acts.filter(({ key }) => !brought.includes(key)) })
}

/// The next number to print without a connection: the counter's prefix and two digits, never twice a day.
/// @return null when all ninety-nine are used
export function nextPrinted(prefix: string, day: string): string | null {
  const [date, last] = (recall('deskPrinted') ?? '').split(' ')
  const next = date === day ? Number(last) + 1 : 1
  if (next > 99) return null
  remember('deskPrinted', `${day} ${next}`)
  return `${prefix}${String(next).padStart(2, '0')}`
}

function save(kept: Kept): void {
  waitingActs.value = kept
  remember('deskActs', JSON.stringify(kept))
}

/// Storage can hold anything: what is no list of acts is none.
function read(stored: string | null): Kept {
  const none = { unit: '', acts: [] }
  if (stored === null) return none
  try {
    const { unit, acts } = JSON.parse(stored) as Partial<Kept>
    return typeof unit === 'string' && Array.isArray(acts) ? { unit, acts } : none
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return none
    throw error
  }
}
