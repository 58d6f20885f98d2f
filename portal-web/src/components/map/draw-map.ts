import type { Messages } from '@/lib/i18n/zh-CN'
import type { Place } from '@/lib/location'
import type { TileLayer } from '@/lib/tiles'
import * as L from 'leaflet'
import type { MapCell, MapPoint, Scene } from './scene'

export interface DrawnMap {
  show(scene: Scene, words: Messages['map']): void
  lay(tiles: TileLayer[]): void
  remove(): void
}

interface Listener {
  open(id: string): void
  pick(place: Place): void
}

const pinSize = 32
const dotSize = 14
const youSize = 20
const closest = 17

/// A map of points, lines and squares; tiles laid beneath them show the streets, but nothing here needs any.
export function drawMap(box: HTMLElement, listener: Listener): DrawnMap {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(box, { zoomControl: false, fadeAnimation: !calm, zoomAnimation: !calm, markerZoomAnimation: !calm })
  map.attributionControl.setPrefix(false)
  L.control.scale({ imperial: false }).addTo(map)
  map.on('click', ({ latlng }) => listener.pick({ lat: latlng.lat, lon: latlng.lng }))
  const drawn = L.layerGroup().addTo(map)
  // Thousands of squares are one canvas; as elements of the page they would make it slow.
  const canvas = L.canvas()
  let zoom: L.Control.Zoom | null = null
  let frame: string | undefined

  function show(scene: Scene, words: Messages['map']): void {
    zoom?.remove()
    zoom = L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
    drawn.clearLayers()
    drawCells(scene.cells ?? [])
    if (scene.rings?.length) L.polygon(scene.rings.map(pairs), { className: 'map-ring', interactive: false }).addTo(drawn)
    if (scene.line?.length) L.polyline(pairs(scene.line), { className: 'map-line', interactive: false }).addTo(drawn)
    scene.points?.forEach(drawPoint)
    if (scene.you) drawYou(scene.you, words)
    if (scene.frame === undefined || scene.frame !== frame) fit(scene)
    frame = scene.frame
  }

  function drawCells(cells: MapCell[]): void {
    const style = getComputedStyle(box)
    for (const { south, west, north, east, level } of cells) {
      const fillColor = style.getPropertyValue(`--level-${level}`)
      const look = { renderer: canvas, stroke: false, fillColor, fillOpacity: 0.75, interactive: false }
      L.rectangle([[south, west], [north, east]], look).addTo(drawn)
    }
  }

  // The list above is the way in by keyboard; a second, unordered set of stops on the map would only slow it.
  function drawPoint(point: MapPoint): void {
    const marker = L.marker([point.lat, point.lon], { icon: pin(point), keyboard: false }).bindTooltip(textOf(point.label))
    if (point.id !== '' && point.number !== null) marker.on('click', () => listener.open(point.id))
    marker.addTo(drawn)
  }

  function drawYou(you: Place, words: Messages['map']): void {
    const icon = L.divIcon({ className: 'map-you', iconSize: [youSize, youSize] })
    L.marker([you.lat, you.lon], { icon, keyboard: false, interactive: true }).bindTooltip(textOf(words.you)).addTo(drawn)
  }

  function fit(scene: Scene): void {
    const bounds = L.latLngBounds([])
    for (const place of placesOf(scene)) bounds.extend([place.lat, place.lon])
    if (bounds.isValid()) map.fitBounds(bounds.pad(0.03), { maxZoom: closest, animate: false })
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

function* placesOf({ points, you, rings, line, cells }: Scene): Generator<Place> {
  yield* points ?? []
  if (you) yield you
  for (const ring of rings ?? []) yield* ring
  yield* line ?? []
  for (const { south, west, north, east } of cells ?? []) {
    yield { lat: south, lon: west }
    yield { lat: north, lon: east }
  }
}

function pairs(places: Place[]): [number, number][] {
  return places.map(({ lat, lon }) => [lat, lon])
}

function pin({ number, look }: MapPoint): L.DivIcon {
  const html = number === null ? '' : textOf(String(number))
  const size = look === 'dot' ? dotSize : pinSize
  const className = ['map-pin', look && `map-${look}`].filter(Boolean).join(' ')
  return L.divIcon({ className, html, iconSize: [size, size] })
}

// Leaflet reads strings as HTML; an element with text can carry any name safely.
function textOf(text: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = text
  return element
}
