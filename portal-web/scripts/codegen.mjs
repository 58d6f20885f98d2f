// Types and persisted documents from the API's schema and the features' .graphql files, without network.
import { codegen } from '@graphql-codegen/core'
import { preset } from '@graphql-codegen/client-preset'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
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

await mkdir(join(outputFolder, 'documents'), { recursive: true })
for (const output of outputs.filter(({ filename }) => /\/(graphql\.ts|persisted-documents\.json)$/.test(filename))) {
  // Marked pure so that the bundler drops the fragments' text, which only the generator needs.
  const text = (await codegen(output)).replaceAll('= new TypedDocumentString', '= /*#__PURE__*/ new TypedDocumentString')
  await writeWhenChanged(output.filename, output.filename.endsWith('.ts') ? await inParts(text) : text)
}

// One module for all documents would come with the first visit; one for each .graphql file comes with the page that asks.
async function inParts(text) {
  const files = documents.map(({ location, document }) => ({
    name: relative(join(root, 'src'), location).replace(/\.graphql$/, '').replaceAll(/[\\/]/g, '-'),
    constants: document.definitions.filter(({ kind }) => kind === 'OperationDefinition').map(({ name }) => `${name.value}Document`),
  }))
  // A file of fragments alone asks for nothing.
  const parts = files.filter(({ constants }) => constants.length > 0)
  let rest = text
  for (const { name, constants } of parts) {
    const lines = constants.map((constant) => rest.split('\n').find((line) => line.startsWith(`export const ${constant} =`)))
    for (const line of lines) rest = rest.replace(`${line}\n`, '').replace(line, '')
    const types = new Set(lines.flatMap((line) => line.match(/TypedDocumentString<(\w+), (\w+)>/).slice(1)))
    const imports = `import type { TypedDocumentString, ${[...types].join(', ')} } from '../graphql'`
    await writeWhenChanged(join(outputFolder, 'documents', `${name}.ts`), `${imports}\n\n${lines.join('\n')}\n`)
  }
  return `${rest.trimEnd()}\n${parts.map(({ name }) => `export * from './documents/${name}'`).join('\n')}\n`
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
