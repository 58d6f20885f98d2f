import type { Place } from '@/lib/location'

/// What a map shows. Everything on it is told in words or in a table beside it.
export interface Scene {
  points?: MapPoint[]
  /// Where somebody stands or starts from.
  you?: Place | null
  /// Rings around an area, each a closed line.
  rings?: Place[][]
  /// A way to walk.
  line?: Place[]
  cells?: MapCell[]
  /// The map moves to show everything only when this changes; absent, each time.
  frame?: string
}

export interface MapPoint extends Place {
  /// What a click on it opens; empty when it opens nothing.
  id: string
  label: string
  /// Place in the list, from 1; null for a dot.
  number: number | null
  /// A small dot for many points, a mark for what is only planned.
  look?: 'dot' | 'planned'
}

/// A square of ground; its level names one of the four `--level-n` colours, 0 the best.
export interface MapCell {
  south: number
  west: number
  north: number
  east: number
  level: number
}
