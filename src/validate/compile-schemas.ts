import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import {withRequired} from './required-keys.ts'
import {type Schema, type SchemaFile, schemasOf} from './schemas.ts'

/**
 * The schemas, ready to be asked; nothing is fetched and nothing is compiled before it is needed.
 *
 * @param files  every schema file, by its name without `.schema.json`
 */
export function compileSchemas(files: ReadonlyMap<string, SchemaFile>): Schema[] {
  const ajv = ajvFor(files)
  return schemasOf(files, (name) => {
    const validator = ajv.getSchema(files.get(name)?.$id ?? '')
    if (!validator) throw new Error(`The schema ${name} is not known to ajv.`)
    return validator as ValidateFunction
  })
}

/**
 * The same validators as the text of a module, for the command: compiling them takes longer than a check.
 *
 * @param files  every schema file, by its name without `.schema.json`
 * @param isWanted  which of them, by the files that it governs
 * @returns an ECMAScript module that exports `validators`, a Map by name
 */
export function schemasModule(
  files: ReadonlyMap<string, SchemaFile>,
  isWanted: (schema: SchemaFile) => boolean,
): string {
  const governing = [...files].filter(([, schema]) => schema['x-files'] && isWanted(schema))
  const ids = Object.fromEntries(governing.map(([, {$id}], index) => [`validator${index}`, $id]))
  // Their default exports are namespaces under Node's own resolution.
  const toCode =
    (standaloneCode as unknown as {default: typeof standaloneCode.default}).default ?? standaloneCode
  const code = toCode(ajvFor(files, {source: true, esm: true}), ids)
  const validators = governing.map(([name], index) => `[${JSON.stringify(name)}, validator${index}]`)
  return [code, `export const validators = new Map([${validators.join(', ')}])`, ''].join('\n')
}

function ajvFor(files: ReadonlyMap<string, SchemaFile>, code: {source?: true; esm?: true} = {}): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    messages: false, // Ours are made from the keyword and its parameters.
    verbose: true, // parentSchema: its known keys and examples go into the messages
    allowUnionTypes: true,
    strictNumbers: true,
    ownProperties: true,
    $data: false,
    unicodeRegExp: true,
    validateFormats: true,
    code: {...code, optimize: false}, // It takes longer than it ever saves here.
  })
  ajv.addKeyword({keyword: 'x-files', schemaType: 'array'})
  const formats = addFormats as unknown as {default: typeof addFormats.default}
  ;(formats.default ?? addFormats)(ajv, {mode: 'full'})
  for (const schema of files.values()) ajv.addSchema(withRequired(schema))
  return ajv
}
