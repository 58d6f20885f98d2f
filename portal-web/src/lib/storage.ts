const prefix = 'jinlin.'

type Key = 'language' | 'care' | 'home' | 'walker' | 'signedInAs' | 'deskActs' | 'deskPrinted' | 'deskCounter'

// A browser may forbid storage (private mode, policy): the choice then lasts as long as the page, which is no error.
export function recall(key: Key): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

export function remember(key: Key, value: string): void {
  try {
    localStorage.setItem(prefix + key, value)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

export function forget(key: Key): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
