import { describe, expect, it } from 'vitest'
import { routeLinks } from './route-links'
import { safeWebAddress, telephoneLink } from './web-address'

describe('Links that lead out', () => {
  it('give each map the coordinates of its own system', () => {
    const links = routeLinks({
      name: '长征镇社区卫生服务中心',
      location: { lat: 31.1, lon: 121.1 },
      amapLocation: { lat: 31.2, lon: 121.2 },
      baiduLocation: { lat: 31.3, lon: 121.3 },
    })
    const href = (provider: string) => decodeURIComponent(links.find((link) => link.provider === provider)!.href)
    expect(href('amap')).toContain('to=121.2,31.2,长征镇社区卫生服务中心')
    expect(href('tencent')).toContain('tocoord=31.2,121.2')
    expect(href('baidu')).toContain('location=31.3,121.3')
    expect(href('osm')).toContain('to=31.1,121.1')
    expect(href('phoneMap')).toMatch(/^geo:31\.1,121\.1\?q=31\.1,121\.1\(/)
  })

  it('are none for a facility whose place is unknown', () => {
    expect(routeLinks({ name: '图书馆', location: null, amapLocation: null, baiduLocation: null })).toEqual([])
  })

  it('never follow an address that could run a script', () => {
    expect(safeWebAddress('javascript:alert(1)')).toBeNull()
    expect(safeWebAddress('www')).toBeNull()
    expect(safeWebAddress('https://example.org/a')).toBe('https://example.org/a')
  })

  it('dial digits only', () => {
    expect(telephoneLink('+86 (021) 6250-1003')).toBe('tel:+8602162501003')
  })
})
