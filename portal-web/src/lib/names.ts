import { language } from '@/lib/i18n'

interface Named {
  name: string
  nameEn: string | null
}

interface Addressed {
  address: string
  addressEn: string | null
}

export interface Spoken {
  text: string
  lang: 'zh-CN' | 'en'
}

/// The name to lead with, and the other one: an English reader still needs the Chinese name to show on the way.
export function namesOf(facility: Named): { main: Spoken; other: Spoken | null } {
  const chinese: Spoken = { text: facility.name, lang: 'zh-CN' }
  if (!facility.nameEn || language.value !== 'en') return { main: chinese, other: null }
  return { main: { text: facility.nameEn, lang: 'en' }, other: chinese }
}

export function addressOf(facility: Addressed): Spoken {
  return language.value === 'en' && facility.addressEn
    ? { text: facility.addressEn, lang: 'en' }
    : { text: facility.address, lang: 'zh-CN' }
}
