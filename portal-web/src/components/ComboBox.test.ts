import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, ref, type App } from 'vue'
import ComboBox from './ComboBox.vue'

const options = ref<string[]>([])
const typed = ref('')
const heard = { ask: vi.fn(), choose: vi.fn(), close: vi.fn(), clear: vi.fn() }
let app: App

beforeEach(() => {
  const root = document.createElement('div')
  document.body.append(root)
  options.value = []
  typed.value = ''
  app = createApp({
    render: () =>
      h(
        ComboBox,
        {
          id: 'place',
          options: options.value,
          keyOf: (option: unknown) => option as string,
          say: (count: number) => `${count} offered`,
          describedBy: 'hint',
          invalid: false,
          clearable: true,
          modelValue: typed.value,
          'onUpdate:modelValue': (text: string) => (typed.value = text),
          onAsk: heard.ask,
          onChoose: heard.choose,
          onClose: heard.close,
          onClear: heard.clear,
        },
        { default: ({ option }: { option: unknown }) => h('span', option as string) },
      ),
  })
  app.mount(root)
})

afterEach(() => {
  app.unmount()
  document.body.replaceChildren()
  Object.values(heard).forEach((listener) => listener.mockClear())
})

const field = () => document.querySelector<HTMLInputElement>('#place')!
const list = () => document.querySelector<HTMLElement>('[role=listbox]')!
const marked = () => [...list().querySelectorAll('[role=option]')].filter((option) => option.getAttribute('aria-selected') === 'true')

async function offer(...words: string[]): Promise<void> {
  options.value = words
  await nextTick()
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  field().dispatchEvent(event)
  await nextTick()
  return event.defaultPrevented
}

async function write(text: string, isComposing = false): Promise<void> {
  field().value = text
  field().dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }))
  await nextTick()
}

describe('The combobox', () => {
  it('names its list and says whether it is open', async () => {
    expect(field().getAttribute('aria-controls')).toBe(list().id)
    expect(field().getAttribute('aria-expanded')).toBe('false')
    await offer('梅园路', '梅园一村')
    expect(field().getAttribute('aria-expanded')).toBe('true')
    expect(list().querySelectorAll('[role=option]')).toHaveLength(2)
  })

  it('asks for what is typed, but not for half-composed pinyin', async () => {
    await write('mei')
    expect(heard.ask).toHaveBeenLastCalledWith('mei')
    await write('meiy', true)
    expect(heard.ask).toHaveBeenCalledTimes(1)
    field().dispatchEvent(new CompositionEvent('compositionend'))
    expect(heard.ask).toHaveBeenLastCalledWith('meiy')
  })

  it('moves by arrows through the options and back to the field, keeping the focus there', async () => {
    await offer('梅园路', '梅园一村')
    field().focus()
    const stops: (string | undefined)[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
      await press(key)
      stops.push(marked()[0]?.textContent ?? undefined)
      expect(field().getAttribute('aria-activedescendant')).toBe(marked()[0]?.id ?? null)
    }
    expect(stops).toEqual(['梅园路', '梅园一村', undefined, '梅园一村'])
    expect(document.activeElement).toBe(field())
  })

  it('takes the marked option by Enter, and leaves Enter to the form where none is marked', async () => {
    await offer('梅园路')
    expect(await press('Enter')).toBe(false)
    expect(heard.choose).not.toHaveBeenCalled()
    await press('ArrowDown')
    expect(await press('Enter')).toBe(true)
    expect(heard.choose).toHaveBeenCalledWith('梅园路')
  })

  it('leaves the keys of an input method alone', async () => {
    await offer('梅园路')
    await press('ArrowDown', { isComposing: true })
    expect(marked()).toHaveLength(0)
  })

  it('closes by Escape when open, and opens by the arrow down when closed', async () => {
    expect(await press('Escape')).toBe(false)
    await press('ArrowDown')
    expect(heard.ask).toHaveBeenCalledWith('')
    await offer('梅园路')
    expect(await press('Escape')).toBe(true)
    expect(heard.close).toHaveBeenCalledTimes(1)
  })

  it('marks nothing in a new list', async () => {
    await offer('梅园路', '梅园一村')
    await press('ArrowDown')
    await offer('长江路')
    expect(marked()).toHaveLength(0)
  })

  it('takes an option by the pointer, and closes when the focus leaves', async () => {
    await offer('梅园路')
    list().querySelector<HTMLElement>('[role=option]')!.click()
    expect(heard.choose).toHaveBeenCalledWith('梅园路')
    field().dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
    expect(heard.close).toHaveBeenCalled()
  })

  it('is emptied by its button, which gives the focus back', async () => {
    expect(document.querySelector('button')).toBeNull()
    await write('mei')
    document.querySelector('button')!.click()
    await nextTick()
    expect([typed.value, field().value]).toEqual(['', ''])
    expect(heard.clear).toHaveBeenCalledTimes(1)
    expect(document.activeElement).toBe(field())
  })
})
