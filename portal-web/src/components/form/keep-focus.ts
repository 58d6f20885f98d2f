import { nextTick } from 'vue'

/// Gives the focus to the page's heading when what had it is gone: whoever goes by keyboard would otherwise begin anew
/// at the top of the window.
export async function keepFocus(): Promise<void> {
  await nextTick()
  const { activeElement, body } = document
  if (activeElement === null || activeElement === body) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}
