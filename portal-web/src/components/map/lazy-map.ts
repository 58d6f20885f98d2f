import { messages } from '@/lib/i18n'
import { defineAsyncComponent, h } from 'vue'

/// The map weighs more than the rest of the page: it is fetched when somebody asks for it.
export const LazyMap = defineAsyncComponent({
  loader: () => import('./MapView.vue'),
  loadingComponent: () => h('p', { role: 'status' }, messages.value.map.loading),
  errorComponent: () => h('p', { role: 'alert' }, messages.value.map.failed),
})
