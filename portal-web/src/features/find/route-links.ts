import type { FacilityPageQuery } from '@/lib/graphql/generated/graphql'

type Facility = NonNullable<FacilityPageQuery['facility']>

export type Provider = 'amap' | 'baidu' | 'tencent' | 'osm' | 'phoneMap'

export interface RouteLink {
  provider: Provider
  href: string
}

/// Links that open a walking route, each in the coordinate system its map uses; a wrong one is 500 metres off.
export function routeLinks(facility: Pick<Facility, 'name' | 'location' | 'amapLocation' | 'baiduLocation'>): RouteLink[] {
  const { name, location, amapLocation, baiduLocation } = facility
  const links: RouteLink[] = []
  if (amapLocation) {
    const { lat, lon } = amapLocation
    const amap = { to: `${lon},${lat},${name}`, mode: 'walk', coordinate: 'gaode', src: 'jinlin', callnative: '1' }
    const tencent = { type: 'walk', to: name, tocoord: `${lat},${lon}`, referer: 'jinlin' }
    links.push({ provider: 'amap', href: `https://uri.amap.com/navigation?${new URLSearchParams(amap)}` })
    links.push({ provider: 'tencent', href: `https://apis.map.qq.com/uri/v1/routeplan?${new URLSearchParams(tencent)}` })
  }
  if (baiduLocation) {
    const { lat, lon } = baiduLocation
    const baidu = { location: `${lat},${lon}`, title: name, content: name, coord_type: 'bd09ll', output: 'html', src: 'jinlin' }
    links.push({ provider: 'baidu', href: `https://api.map.baidu.com/marker?${new URLSearchParams(baidu)}` })
  }
  if (location) {
    const { lat, lon } = location
    const label = encodeURIComponent(name)
    const osm = { engine: 'fossgis_osrm_foot', to: `${lat},${lon}` }
    links.push({ provider: 'osm', href: `https://www.openstreetmap.org/directions?${new URLSearchParams(osm)}` })
    links.push({ provider: 'phoneMap', href: `geo:${lat},${lon}?q=${lat},${lon}(${label})` })
  }
  return links
}
