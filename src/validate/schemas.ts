import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** A JSON Schema of ours as parsed JSON; `x-files` says which files it governs. */
export interface SchemaFile {
  $id: string
  title: string
  'x-files'?: string[]
  [keyword: string]: unknown
}

/** A schema, the files it governs, and its validator, compiled when first asked for. */
export interface Schema {
  name: string
  title: string
  governs(path: string): boolean
  validator(): ValidateFunction
}

/**
 * The schemas, ready to be asked; nothing is fetched and nothing is compiled before it is needed.
 *
 * @param files  every schema file, by its name without `.schema.json`
 */
export function compileSchemas(files: ReadonlyMap<string, SchemaFile>): Schema[] {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    verbose: true, // parentSchema: its known keys and examples go into the messages
    allowUnionTypes: true,
    strictNumbers: true,
    ownProperties: true,
    $data: false,
    unicodeRegExp: true,
    validateFormats: true,
    code: {optimize: false}, // It takes longer than it ever saves here.
  })
  ajv.addKeyword({keyword: 'x-files', schemaType: 'array'})
  // Their default export is a namespace under Node's own resolution.
  const formats = addFormats as unknown as {default: typeof addFormats.default}
  ;(formats.default ?? addFormats)(ajv, {mode: 'full'})
  for (const schema of files.values()) ajv.addSchema(schema)
  const schemas: Schema[] = []
  for (const [name, schema] of files) {
    const patterns = (schema['x-files'] ?? []).map(toPattern)
    if (patterns.length === 0) continue
    schemas.push({
      name,
      title: schema.title,
      governs: (path) => patterns.some((pattern) => pattern.test(path)),
      validator: () => {
        const validator = ajv.getSchema(schema.$id)
        if (!validator) throw new Error(`The schema ${name} is not known to ajv.`)
        return validator as ValidateFunction
      },
    })
  }
  return schemas
}

/** `documents/*\/tasks.{lang}.yaml` to a pattern: `*` is a piece of one path segment, `{lang}` two letters. */
function toPattern(pattern: string): RegExp {
  const source = pattern
    .split(/(\*|\{lang\})/)
    .map((piece) => {
      if (piece === '*') return '[a-z0-9-]+'
      if (piece === '{lang}') return '[a-z]{2}'
      return piece.replace(/[.\\+?^$()[\]{}|]/g, (character) => `\\${character}`)
    })
    .join('')
  return new RegExp(`^${source}$`)
}
