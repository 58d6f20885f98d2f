import { namesOf } from './names'
import type { Hit } from './search'

export interface MapPoint {
  id: string
  label: string
  lat: number
  lon: number
  /// Place in the list, from 1; null for a single facility.
  number: number | null
}

/// The results that have a known place, numbered as in the list.
export function mapPointsOf(hits: Hit[]): MapPoint[] {
  return hits.flatMap(({ node }, index) =>
    node.location ? [{ ...node.location, id: node.id, label: namesOf(node).main.text, number: index + 1 }] : [],
  )
}
