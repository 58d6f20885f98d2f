import '@/styles/tokens.css'
import '@/styles/base.css'
import '@/styles/controls.css'
import '@/styles/print.css'
import App from '@/App.vue'
import { keepShell } from '@/lib/shell'
import { router } from '@/router'
import { createApp } from 'vue'

createApp(App).use(router).mount('#app')
keepShell()
