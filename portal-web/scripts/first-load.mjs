// What a first visit to the search page costs in script: the entry and everything it imports statically, gzipped.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const most = 60
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'target/classes/static')
const manifest = JSON.parse(await readFile(join(folder, 'assets/manifest.json'), 'utf8'))
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)

const files = new Set()
visit(entry)
const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(join(folder, file))).length))
const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000

console.log(`First load of the search page: ${kilobytes.toFixed(1)} kB of script, gzipped (at most ${most})`)
if (kilobytes > most) process.exit(1)

function visit(key) {
  if (files.has(manifest[key].file)) return
  files.add(manifest[key].file)
  for (const imported of manifest[key].imports ?? []) visit(imported)
}
