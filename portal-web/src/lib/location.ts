import { ref } from 'vue'

export interface Place {
  lat: number
  lon: number
}

export type Locating = 'found' | 'denied' | 'unavailable' | 'unsupported'

/// Where the resident is, once they agreed; kept in memory only and never written into an address or to storage.
export const here = ref<Place | null>(null)

/// Asks the device, which asks the resident. Browsers answer in WGS84.
export function locate(): Promise<Locating> {
  if (!('geolocation' in navigator)) return Promise.resolve('unsupported')
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        here.value = toTenMetres({ lat: coords.latitude, lon: coords.longitude })
        resolve('found')
      },
      (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'),
      { timeout: 10_000, maximumAge: 60_000 },
    )
  })
}

export function forgetPlace(): void {
  here.value = null
}

/// Four decimals are about ten metres: enough to sort by, and no more is told than is needed.
export function toTenMetres({ lat, lon }: Place): Place {
  return { lat: Math.round(lat * 10_000) / 10_000, lon: Math.round(lon * 10_000) / 10_000 }
}
