/// Keeps the application's own files for the next visit, so that it opens at once and without a network.
export function keepShell(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch((error: unknown) => {
      // A browser may refuse (private mode, policy); the portal then works as an ordinary page.
      console.warn('The portal works, but cannot be kept for offline use:', error)
    })
  })
}

// After an update the files this page would still load are gone: one reload brings the new ones.
addEventListener('vite:preloadError', () => {
  if (navigator.onLine) location.reload()
})
