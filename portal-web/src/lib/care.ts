import { recall, remember } from '@/lib/storage'
import { ref, watchEffect } from 'vue'

/// Care mode (关怀版): the same pages with larger type and targets, stronger contrast and fewer choices.
export const careMode = ref(recall('care') === 'on')

watchEffect(() => {
  document.documentElement.classList.toggle('care', careMode.value)
})

export function chooseCareMode(on: boolean): void {
  careMode.value = on
  remember('care', on ? 'on' : 'off')
}
