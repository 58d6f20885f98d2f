import type { MapPoint } from '@/components/map/scene'
import { namesOf } from '@/lib/names'
import type { Hit } from './search'

/// The results that have a known place, numbered as in the list.
export function mapPointsOf(hits: Hit[]): MapPoint[] {
  return hits.flatMap(({ node }, index) =>
    node.location ? [{ ...node.location, id: node.id, label: namesOf(node).main.text, number: index + 1 }] : [],
  )
}
