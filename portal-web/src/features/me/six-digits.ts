/// A code as typed, with blanks or in full width as some keyboards give it; null when it is not six digits.
export function sixDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/\s/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
