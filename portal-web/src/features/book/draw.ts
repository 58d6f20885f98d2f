/// Draws an order again from its published seed, as anyone can: each number goes through HMAC-SHA-256 with the seed as
/// key, and the numbers are sorted by the results, compared as unsigned bytes.
/// @param seed 32 bytes, hexadecimal
export async function orderBy(seed: string, numbers: readonly string[]): Promise<string[]> {
  const key = await crypto.subtle.importKey('raw', bytesOf(seed), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const encoder = new TextEncoder()
  const keyed = await Promise.all(
    numbers.map(async (number) => ({ number, value: hexOf(await crypto.subtle.sign('HMAC', key, encoder.encode(number))) })),
  )
  return keyed.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0)).map(({ number }) => number)
}

/// SHA-256 of the seed, hexadecimal.
export async function fingerprintOf(seed: string): Promise<string> {
  return hexOf(await crypto.subtle.digest('SHA-256', bytesOf(seed)))
}

/// Whether an order came from a seed that was committed to beforehand.
export async function isRight(seed: string, fingerprint: string, numbers: readonly string[]): Promise<boolean> {
  if ((await fingerprintOf(seed)) !== fingerprint.toLowerCase()) return false
  const drawn = await orderBy(seed, numbers)
  return drawn.every((number, index) => number === numbers[index])
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function hexOf(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
