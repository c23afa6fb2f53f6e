import {readdirSync, rmSync, statSync} from 'node:fs'
import {build} from 'rolldown'
import {knownSources, load} from './dist/load/index.js'
import {readSchemas, readTemplates} from './dist/package-files.js'
import {compileSchemas, schemasModule, validate} from './dist/validate/index.js'

const files = await readSchemas()
const isOfTemplates = (schema) => schema['x-files'].every((path) => path.startsWith('templates/'))
const isOfWords = (schema) => schema['x-files'].every((path) => /\.(?:md|jsonl)$/.test(path))

/** Modules made of schemas, by the name that the module below imports. */
const compiled = new Map([
  ['\0compiled-for-words', () => schemasModule(files, isOfWords)],
  [
    '\0compiled-for-facts',
    () => schemasModule(files, (schema) => !isOfTemplates(schema) && !isOfWords(schema)),
  ],
  ['\0compiled-for-templates', () => schemasModule(files, isOfTemplates)],
])

/** The module in the place of dist/package-data.js; what is not needed is not loaded. */
const packageDataModule = `import {readFileSync} from 'node:fs'
import {schemasOf} from './validate/index.js'
const files = new Map(${JSON.stringify([...files].map(([name, {$id, title, 'x-files': paths}]) => [name, {$id, title, 'x-files': paths}]))})
export async function schemasOfPackage({templates, facts}) {
  const modules = [
    await import('\\0compiled-for-words'),
    facts ? await import('\\0compiled-for-facts') : undefined,
    templates ? await import('\\0compiled-for-templates') : undefined,
  ]
  return schemasOf(files, (name) => modules.flatMap((one) => one?.validators.get(name) ?? [])[0])
}
export function knownTemplates() {
  return new Map(JSON.parse(readFileSync(new URL('./bundled-templates.json', import.meta.url), 'utf8')))
}`

/** The schemas of the package compiled, and its templates parsed, when it is made instead of when it runs. */
const packageData = {
  name: 'package-data',
  resolveId: (id) => (compiled.has(id) ? id : undefined),
  load(id) {
    return id.endsWith('/dist/package-data.js') ? packageDataModule : compiled.get(id)?.()
  },
  async generateBundle() {
    const loaded = load(await readTemplates())
    const {sources} = validate(loaded, compileSchemas(files))
    const known = knownSources({...loaded, sources})
    this.emitFile({type: 'asset', fileName: 'bundled-templates.json', source: JSON.stringify([...known])})
  },
}

/** Whether the command is newer than all that it is made from: the modules of tsc, the schemas, the packages. */
function isCurrent() {
  const madeFrom = [
    'dist/.tsbuildinfo',
    'bundle.js',
    'package-lock.json',
    ...readdirSync('schemas').map((name) => `schemas/${name}`),
  ]
  const made = statSync('dist/cites-docs.js', {throwIfNoEntry: false})?.mtimeMs ?? 0
  return madeFrom.every((path) => statSync(path).mtimeMs < made)
}

/*
 * The command in a few files: Node needs longer to find and open four hundred modules than to run them.
 * They lie beside the modules they are made from, so that the folder of the package is one up from both.
 */
if (!isCurrent()) {
  // A piece of an earlier bundle that is in none any more would be packed for ever.
  for (const name of readdirSync('dist')) if (name.startsWith('bundled-')) rmSync(`dist/${name}`)
  await build({
    input: {
      'cites-docs': 'dist/cli.js',
      'bundled-trial': 'dist/trial-worker.js',
      'bundled-maker': 'dist/maker-worker.js',
    },
    platform: 'node',
    // How long it took is of no use to whoever runs the command.
    checks: {bundlerTimings: false},
    plugins: [packageData],
    output: {
      dir: 'dist',
      entryFileNames: '[name].js',
      chunkFileNames: 'bundled-[name].js',
      // Names stay, for the lines of a bug report; a third of the characters need not be read.
      minify: {compress: false, mangle: false, codegen: {removeWhitespace: true}},
    },
  })
}
