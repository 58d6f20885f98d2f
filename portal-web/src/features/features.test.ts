import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(process.cwd(), 'src')

function filesIn(folder: string): string[] {
  return readdirSync(join(source, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name) && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name))
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path]) => path ?? '')
}

function offenders(folder: string, isForbidden: (path: string) => boolean): string[] {
  return filesIn(folder).flatMap((file) => importsOf(file).filter(isForbidden).map((path) => `${file}: ${path}`))
}

describe('The features', () => {
  const features = readdirSync(join(source, 'features'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

  it.each(features.map(({ name }) => name))('%s knows no other', (feature) => {
    const reachesOut = (path: string) => path.startsWith('../') || /^@\/features\//.test(path)
    expect(offenders(`features/${feature}`, reachesOut)).toEqual([])
  })

  it('are known by neither the library nor the components', () => {
    const isFeature = (path: string) => path.includes('features/')
    expect([...offenders('lib', isFeature), ...offenders('components', isFeature)]).toEqual([])
  })
})

it('Only lib/graphql and the map’s configuration know the network', () => {
  const callers = [...filesIn('features'), ...filesIn('components'), ...filesIn('lib')].filter(
    (file) => !file.endsWith('.test.ts') && /\bfetch\(|XMLHttpRequest|WebSocket/.test(readFileSync(file, 'utf8')),
  )
  expect(callers.map((file) => file.slice(source.length + 1)).sort()).toEqual(['lib/graphql/client.ts', 'lib/graphql/follow.ts', 'lib/graphql/tokens.ts', 'lib/tiles.ts'])
})
