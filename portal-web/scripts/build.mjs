// The whole build as Maven calls it: dependencies, generated types, type check and bundle; each only when out of date.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const classes = join(root, 'target/classes')
const schema = '../api/src/main/resources/graphql'
const sources = ['src', 'e2e', 'public', 'scripts', schema]

await whenChanged('node_modules/.jinlin-lockfile', await fingerprint(['.npmrc', 'package.json', 'package-lock.json']), () =>
  run('npm', ['ci', '--no-audit', '--no-fund']),
)
await whenChanged('target/portal.fingerprint', await fingerprint(await inputs()), build)

async function build() {
  await run('node', ['scripts/codegen.mjs'])
  await Promise.all([run('npx', ['--no-install', 'vue-tsc', '--noEmit']), run('npm', ['run', 'build'])])
  // The server's allow-list: it answers these documents and no others of the portal's.
  await mkdir(join(classes, 'META-INF/jinlin'), { recursive: true })
  await copyFile(
    join(root, 'src/lib/graphql/generated/persisted-documents.json'),
    join(classes, 'META-INF/jinlin/persisted-documents.json'),
  )
}

async function whenChanged(stamp, wanted, work) {
  const file = join(root, stamp)
  const before = await readFile(file, 'utf8').catch(absent)
  if (before === wanted) return
  await rm(file, { force: true })
  await work()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, wanted)
}

async function inputs() {
  const top = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
  const deep = await Promise.all(sources.map(filesIn))
  return [...top, ...deep.flat()].filter((name) => !name.includes('/generated/')).sort()
}

async function filesIn(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

async function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(file.startsWith('/') ? file : join(root, file)))
  return hash.digest('hex')
}

function absent(error) {
  if (error.code === 'ENOENT') return null
  throw error
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')}: exit ${code}`))))
  })
}
