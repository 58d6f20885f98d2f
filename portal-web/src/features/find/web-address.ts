/// The address when a browser may safely follow it; null for anything but http and https.
export function safeWebAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null
}

/// A number as a tel: link takes it: digits, and a leading plus.
export function telephoneLink(number: string): string {
  return `tel:${number.replace(/(?!^\+)[^\d]/g, '')}`
}
