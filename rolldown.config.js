import {defineConfig} from 'rolldown'
import {readSchemas} from './dist/package-files.js'
import {schemasModule} from './dist/validate/index.js'

const compiled = '\0compiled-schemas'

/** The schemas of the package, compiled now, in the place of dist/package-schemas.js, which does it when it runs. */
const compiledSchemas = {
  name: 'compiled-schemas',
  resolveId: (id) => (id === compiled ? id : undefined),
  async load(id) {
    if (id === compiled) return schemasModule(await readSchemas())
    if (!id.endsWith('/dist/package-schemas.js')) return undefined
    return `import {schemas, validators} from ${JSON.stringify(compiled)}
import {schemasOf} from './validate/index.js'
const ready = schemasOf(schemas, (name) => validators.get(name))
export const schemasOfPackage = async () => ready`
  },
}

/**
 * The command in a few files: Node needs longer to find and open four hundred modules than to run them.
 * They lie beside the modules they are made from, so that the folder of the package is one up from both.
 */
export default defineConfig({
  input: {'cites-docs': 'dist/cli.js'},
  platform: 'node',
  plugins: [compiledSchemas],
  // Without it the compiler of the schemas, which nothing asks for any more, would be loaded all the same.
  treeshake: {moduleSideEffects: [{test: /compile-schemas/, sideEffects: false}]},
  output: {dir: 'dist', entryFileNames: '[name].js', chunkFileNames: 'bundled-[name].js'},
})
