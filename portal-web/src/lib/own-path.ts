/// A path of this portal, or null: whatever would lead to another site, or is no path at all, is none.
export function ownPath(text: unknown): string | null {
  if (typeof text !== 'string' || !text.startsWith('/') || /[\\\u0000-\u0020]/.test(text)) return null
  const resolved = new URL(text, location.origin)
  // `//elsewhere` begins with a slash too.
  return resolved.origin === location.origin ? resolved.pathname + resolved.search + resolved.hash : null
}
