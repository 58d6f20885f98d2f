/// A layer of map tiles as the operator configures it: WGS84 or CGCS2000 tiles on the Web Mercator grid.
export interface TileLayer {
  url: string
  attribution?: string
  subdomains?: string
  maxZoom?: number
}

/// The operator's tile layers from /config.json, lowest first, each an address template or a whole layer. None is a valid configuration, and a missing file means none.
export async function loadTiles(): Promise<TileLayer[]> {
  const response = await fetch('/config.json').catch((error: unknown) => {
    // Offline the points are still worth drawing.
    if (error instanceof TypeError) return null
    throw error
  })
  if (!response?.ok || !response.headers.get('Content-Type')?.includes('json')) return []
  const config = (await response.json()) as { tiles?: unknown }
  return Array.isArray(config.tiles) ? config.tiles.map(asLayer).filter(isTileLayer) : []
}

function asLayer(value: unknown): unknown {
  return typeof value === 'string' ? { url: value } : value
}

function isTileLayer(value: unknown): value is TileLayer {
  return typeof value === 'object' && value !== null && typeof (value as TileLayer).url === 'string'
}
