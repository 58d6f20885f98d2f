import { noteSignIn, noteSignOut } from '@/lib/session'
import { afterEach, expect, it } from 'vitest'
import { router } from './router'

afterEach(() => noteSignOut())

it('Rooms that were never entered weigh nothing, and are there when they are', async () => {
  expect(router.resolve('/me/profile/name').name).toBe('rooms')
  noteSignIn('resident')
  await router.push('/me/profile/name')
  expect(router.currentRoute.value.path).toBe('/me/profile/name')
  expect(router.hasRoute('rooms')).toBe(false)
  expect(router.resolve('/me').matched.at(-1)?.components).toBeDefined()
  expect(router.resolve('/me/no-such-page').name).toBe('missing')
})
