let navigations = 0

export function countNavigation(): void {
  navigations += 1
}

/// True once somebody moved from the page they arrived on.
export function hasNavigated(): boolean {
  return navigations > 1
}
