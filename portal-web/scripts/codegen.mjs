// Types and persisted documents from the API's schema and the features' .graphql files, without network.
import { codegen } from '@graphql-codegen/core'
import { preset } from '@graphql-codegen/client-preset'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'graphql'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const schemaFolder = join(root, '../api/src/main/resources/graphql')
const outputFolder = join(root, 'src/lib/graphql/generated/')
const sha256 = (text) => createHash('sha256').update(text).digest('hex')

const documents = await read(join(root, 'src'), '.graphql')
const schemaFiles = await read(schemaFolder, '.graphqls')
const schema = parse(schemaFiles.map(({ rawSDL }) => rawSDL).join('\n'))

const outputs = await preset.buildGeneratesSection({
  baseOutputDir: outputFolder,
  schema,
  documents,
  plugins: [],
  pluginMap: {},
  presetConfig: {
    fragmentMasking: false,
    // Only the hash travels: the server knows the portal's documents, and the bundle need not carry their text.
    persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: sha256 },
  },
  config: {
    documentMode: 'string',
    useTypeImports: true,
    strictScalars: true,
    scalars: { ID: 'string', DateTime: 'string', Date: 'string', LocalTime: 'string' },
  },
})

await mkdir(outputFolder, { recursive: true })
for (const output of outputs.filter(({ filename }) => /\/(graphql\.ts|persisted-documents\.json)$/.test(filename))) {
  // Marked pure so that the bundler drops the fragments' text, which only the generator needs.
  const text = (await codegen(output)).replaceAll('= new TypedDocumentString', '= /*#__PURE__*/ new TypedDocumentString')
  await writeWhenChanged(output.filename, output.filename.endsWith('/graphql.ts') ? await apart(text) : text)
}

// Each folder's documents into a module of their own: a visitor need not load the hashes of pages they never open.
async function apart(text) {
  const folderOf = new Map(
    documents.flatMap(({ location, document }) =>
      document.definitions.map(({ name }) => [`${name.value}Document`, basename(dirname(location))]),
    ),
  )
  const lines = new Map()
  const rest = text.replaceAll(/^export const (\w+Document) = .*\n?/gm, (line, name) => {
    const folder = folderOf.get(name)
    lines.set(folder, [...(lines.get(folder) ?? []), [name, line.trimEnd()]])
    return ''
  })
  const doors = []
  for (const [folder, found] of lines) {
    const file = join(outputFolder, `${folder}-documents.ts`)
    await writeWhenChanged(file, `import type * as types from './graphql'\n\n${found.map(([, line]) => typed(line)).join('\n')}\n`)
    doors.push(`export { ${found.map(([name]) => name).join(', ')} } from './${folder}-documents'`)
  }
  return `${rest}\n${doors.join('\n')}\n`
}

function typed(line) {
  return line.replace(/TypedDocumentString<(\w+), (\w+)>;?$/, 'types.TypedDocumentString<types.$1, types.$2>')
}

async function read(folder, extension) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(extension)).sort()
  return Promise.all(
    names.map(async (name) => {
      const location = join(folder, name)
      const rawSDL = await readFile(location, 'utf8')
      return { location, rawSDL, document: parse(rawSDL) }
    }),
  )
}

async function writeWhenChanged(file, text) {
  const before = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (before !== text) await writeFile(file, text)
}
