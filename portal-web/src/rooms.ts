import { rooms as book } from '@/features/book/rooms'
import { rooms as desk } from '@/features/desk/rooms'
import { rooms as me } from '@/features/me/rooms'
import { rooms as offer } from '@/features/offer/rooms'
import { rooms as signIn } from '@/features/sign-in/rooms'
import { rooms as staff } from '@/features/staff/pages'

/// Pages that a first visit to the search does without: not even their list comes with it.
export const rooms = [...book, ...desk, ...me, ...offer, ...signIn, ...staff]
