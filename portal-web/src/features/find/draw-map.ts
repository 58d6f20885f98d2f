import type { Messages } from '@/lib/i18n/zh-CN'
import type { Place } from '@/lib/location'
import type { TileLayer } from '@/lib/tiles'
import * as L from 'leaflet'
import type { MapPoint } from './map-points'

export interface DrawnMap {
  show(points: MapPoint[], you: Place | null, words: Messages['map']): void
  lay(tiles: TileLayer[]): void
  remove(): void
}

const pinSize = 32
const youSize = 20
const closest = 17

/// A map of points; tiles laid beneath them show the streets, but the points need none.
export function drawMap(box: HTMLElement, open: (id: string) => void): DrawnMap {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(box, { zoomControl: false, fadeAnimation: !calm, zoomAnimation: !calm, markerZoomAnimation: !calm })
  map.attributionControl.setPrefix(false)
  L.control.scale({ imperial: false }).addTo(map)
  const pins = L.layerGroup().addTo(map)
  let zoom: L.Control.Zoom | null = null

  function show(points: MapPoint[], you: Place | null, words: Messages['map']): void {
    zoom?.remove()
    zoom = L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
    pins.clearLayers()
    // The list above is the way in by keyboard; a second, unordered set of stops on the map would only slow it.
    for (const point of points) {
      const icon = pin(point.number)
      const marker = L.marker([point.lat, point.lon], { icon, keyboard: false }).bindTooltip(textOf(point.label))
      if (point.number !== null) marker.on('click', () => open(point.id))
      marker.addTo(pins)
    }
    if (you) {
      const icon = L.divIcon({ className: 'map-you', iconSize: [youSize, youSize] })
      L.marker([you.lat, you.lon], { icon, keyboard: false, interactive: true }).bindTooltip(textOf(words.you)).addTo(pins)
    }
    const places = [...points, ...(you ? [you] : [])].map(({ lat, lon }) => L.latLng(lat, lon))
    map.fitBounds(L.latLngBounds(places).pad(0.1), { maxZoom: closest, animate: false })
  }

  return {
    show,
    lay(tiles) {
      for (const { url, ...options } of tiles) L.tileLayer(url, options).addTo(map)
    },
    remove() {
      map.remove()
    },
  }
}

function pin(number: number | null): L.DivIcon {
  const html = number === null ? '' : textOf(String(number))
  return L.divIcon({ className: 'map-pin', html, iconSize: [pinSize, pinSize] })
}

// Leaflet reads strings as HTML; an element with text can carry any name safely.
function textOf(text: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = text
  return element
}
