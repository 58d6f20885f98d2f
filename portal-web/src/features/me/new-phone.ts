import { ref } from 'vue'

/// The number somebody is moving to, between the pages. In memory only.
export const newPhone = ref('')

/// Where the codes went, masked; empty when there was no such number.
export const codesWent = ref({ fresh: '', current: '' })
